import sys, os, threading, time, traceback
import pytest
from tests.ui import test_wizard_heartbeat as hb
from tests.ui.test_wizard_heartbeat import long_list, import_and_take_back
def test_x(qtbot, program, long_list):
    class HB(hb.Heartbeat):
        last=(0,0,0)
        def _beat(self):
            now=time.thread_time(),time.process_time(),time.perf_counter()
            g=[round((a-b)*1000) for a,b in zip(now,self.last)]
            if self.last[0] and g[2]>50: self.big.append((self._stage,*g))
            super()._beat()
            self.last=time.thread_time(),time.process_time(),time.perf_counter()
    HB.big=[]
    hb.Heartbeat=HB
    for n in range(6):
        sys.setswitchinterval([.005,.0005][n%2])
        HB.big=[]
        import_and_take_back(qtbot, program, long_list)
        print([.005,.0005][n%2],HB.big)
