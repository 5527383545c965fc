/* For the trial under Wine alone, never in the installer: Wine 8 has no bcryptprimitives.dll, of
   which packages written in Rust ask ProcessPrng, random bytes. advapi32 has them by another name. */
typedef unsigned char byte;
__declspec(dllimport) byte __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(byte *buffer, unsigned long long length)
{
    return SystemFunction036(buffer, (unsigned long)length);
}
