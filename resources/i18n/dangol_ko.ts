<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dangol</source>
        <translation>단골 정보</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>업데이트 확인…</translation>
    </message>
    <message>
        <source>The customer book of a small shop, on this PC, offline. Free software under the MIT licence. Icons: Lucide (ISC). Window: Qt (LGPL).</source>
        <translation>작은 가게의 고객 수첩이에요. 인터넷 없이 이 PC에서 써요. MIT 라이선스의 자유 소프트웨어예요. 아이콘: Lucide (ISC). 창: Qt (LGPL).</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>모든 항목</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>New task for {name}</source>
        <translation>{name} 님 할 일 추가</translation>
    </message>
</context>
<context>
    <name>AddressForm</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>AgendaSide</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>달</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1건</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n}건</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Nothing on these days</source>
        <translation>이 기간에는 아무것도 없어요</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>하루 종일</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>By hand</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>From products</source>
        <translation>상품으로</translation>
    </message>
    <message>
        <source>How the amount is told</source>
        <translation>금액을 정하는 방법</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>아직 모름</translation>
    </message>
</context>
<context>
    <name>ArrivingDialog</name>
    <message>
        <source>From another PC</source>
        <translation>다른 PC에서 옮기기</translation>
    </message>
    <message>
        <source>Reading the file through</source>
        <translation>파일을 끝까지 읽는 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Take over this shop?</source>
        <translation>이 가게를 가져올까요?</translation>
    </message>
    <message>
        <source>A shop without a name</source>
        <translation>이름 없는 가게</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>1 sale</source>
        <translation>판매 1건</translation>
    </message>
    <message>
        <source>{n} sales</source>
        <translation>판매 {n}건</translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation>확인 번호 {number}</translation>
    </message>
    <message>
        <source>It must be the number the other PC has shown. What is in Dangol on this PC now is saved as a backup first.</source>
        <translation>다른 PC에 보인 번호와 같아야 해요. 지금 이 PC의 단골에 있는 것은 먼저 백업해 둬요.</translation>
    </message>
    <message>
        <source>The shop has a password: it is asked for next.</source>
        <translation>암호가 걸린 가게라서 다음에 암호를 물어봐요.</translation>
    </message>
    <message>
        <source>The file is damaged. Make it once more on the other PC, or copy it again.</source>
        <translation>파일이 손상되었어요. 다른 PC에서 다시 만들거나 다시 복사하세요.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Who gets what comes in</source>
        <translation>들어오는 일 나누기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>New enquiries</source>
        <translation>새 문의</translation>
    </message>
    <message>
        <source>New deals</source>
        <translation>새 거래</translation>
    </message>
</context>
<context>
    <name>AssignField</name>
    <message>
        <source>Owner</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>모두</translation>
    </message>
</context>
<context>
    <name>BackDialog</name>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Choose what goes instead</source>
        <translation>바꿔 갈 상품 고르기</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>결제한 대로</translation>
    </message>
    <message>
        <source>Given back by</source>
        <translation>돌려주는 방법</translation>
    </message>
    <message>
        <source>At most {n} can be given back.</source>
        <translation>최대 {n}개까지 환불할 수 있어요.</translation>
    </message>
    <message>
        <source>Check at least one line.</source>
        <translation>하나 이상 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>BackLine</name>
    <message>
        <source>How much of {name}</source>
        <translation>{name} 수량</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>복원…</translation>
    </message>
    <message>
        <source>Restore {when}</source>
        <translation>{when} 백업 복원</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>Another password</source>
        <translation>암호가 달라요</translation>
    </message>
    <message>
        <source>Of the day</source>
        <translation>매일 백업</translation>
    </message>
    <message>
        <source>Of the week</source>
        <translation>매주 백업</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>복원 직전</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>가져오기 전</translation>
    </message>
    <message>
        <source>Before an update of Dangol</source>
        <translation>단골 업데이트 직전</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>직접 백업</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Data and backups</source>
        <translation>데이터와 백업</translation>
    </message>
    <message>
        <source>Everything is on this PC, in one file. A backup is a whole copy of it.</source>
        <translation>모든 내용은 이 PC의 파일 하나에 있어요. 백업은 그 파일을 통째로 복사한 거예요.</translation>
    </message>
    <message>
        <source>Folder of the shop&apos;s file</source>
        <translation>가게 파일이 있는 폴더</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 고르기…</translation>
    </message>
    <message>
        <source>Beside the shop again</source>
        <translation>다시 가게 파일 옆에 두기</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>지금 백업</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>다른 파일에서 복원…</translation>
    </message>
    <message>
        <source>No backups yet.</source>
        <translation>아직 백업이 없어요.</translation>
    </message>
    <message>
        <source>A backup is made every day you work, kept for a week, and one of each week for two months; also before an import, a restore and an update. Restoring first saves what you have now, so you can always come back.</source>
        <translation>일하는 날마다 백업해서 일주일 동안 두고, 매주 하나는 두 달 동안 둬요. 가져오기와 복원, 업데이트 전에도 백업해요. 복원할 때는 지금 상태를 먼저 저장하니 언제든 되돌아올 수 있어요.</translation>
    </message>
    <message>
        <source>Backups go to</source>
        <translation>백업을 두는 곳</translation>
    </message>
    <message>
        <source>The folder “backups” beside the shop’s file</source>
        <translation>가게 파일 옆의 “backups” 폴더</translation>
    </message>
    <message>
        <source>Choose a folder for backups</source>
        <translation>백업 폴더 고르기</translation>
    </message>
    <message>
        <source>“{folder}” is not there: is its drive plugged in? Until it is, backups go to the folder beside the shop’s file.</source>
        <translation>“{folder}” 폴더가 없어요. 드라이브가 꽂혀 있나요? 꽂을 때까지는 가게 파일 옆의 폴더에 백업해요.</translation>
    </message>
    <message>
        <source>“{folder}” cannot be written to. Until it can, backups go to the folder beside the shop’s file.</source>
        <translation>“{folder}” 폴더에 쓸 수 없어요. 쓸 수 있을 때까지는 가게 파일 옆의 폴더에 백업해요.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>다른 폴더 고르기…</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>백업 폴더</translation>
    </message>
    <message>
        <source>Backups of Dangol (*.dangol *.db)</source>
        <translation>단골 백업 (*.dangol *.db)</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>{n}개 모두 보기</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>백업하는 중</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>백업 복원</translation>
    </message>
</context>
<context>
    <name>BatchesModel</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>New</source>
        <translation>신규</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>가져오지 않음</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>되돌릴 수 있음</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>되돌림</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Making the sample shop</source>
        <translation>연습용 가게 만드는 중</translation>
    </message>
    <message>
        <source>Removing the sample shop</source>
        <translation>연습용 가게 지우는 중</translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation>백업 열기</translation>
    </message>
</context>
<context>
    <name>BehindDialog</name>
    <message>
        <source>Show more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Check them in Contacts</source>
        <translation>고객 목록에서 선택</translation>
    </message>
    <message>
        <source>Make a list of them</source>
        <translation>이 고객으로 목록 만들기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>{rows}, together {sum}</source>
        <translation>{rows}, 합계 {sum}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누구</translation>
    </message>
    <message>
        <source>When</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>목록 이름</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>목록 저장</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>{title} is taken: arrows move it, Space drops it, Esc leaves it</source>
        <translation>{title} 카드를 집었어요. 화살표로 옮기고 스페이스로 내려놓아요. Esc는 그대로 두기</translation>
    </message>
    <message>
        <source>Move to {stage}</source>
        <translation>{stage} 단계로 옮기기</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Drop here, then confirm the amount</source>
        <translation>여기에 놓고 금액을 확인해요</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>무산</translation>
    </message>
    <message>
        <source>Drop here, then choose a reason</source>
        <translation>여기에 놓고 이유를 골라요</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Hide until a date</source>
        <translation>정한 날까지 숨기기</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>보드</translation>
    </message>
    <message>
        <source>Reading the deals</source>
        <translation>거래를 읽는 중</translation>
    </message>
    <message>
        <source>No deal is on its way</source>
        <translation>진행 중인 거래가 없어요</translation>
    </message>
    <message>
        <source>An order that takes more than one talk is a deal: see what it is worth, what comes next, and which ones wait too long.</source>
        <translation>한 번에 끝나지 않는 주문이 거래예요. 금액과 다음 할 일, 너무 오래 기다리는 거래를 볼 수 있어요.</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>새 거래</translation>
    </message>
    <message>
        <source>No deal fits</source>
        <translation>맞는 거래가 없어요</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>The deals cannot be read</source>
        <translation>거래를 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Nothing was changed. Your file may be on a drive that is not connected.</source>
        <translation>바뀐 것은 없어요. 파일이 연결되지 않은 드라이브에 있을 수 있어요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Not ticked yet for this stage: {labels}</source>
        <translation>이 단계에서 아직 확인하지 않은 것: {labels}</translation>
    </message>
    <message>
        <source>Add a deal to {stage}</source>
        <translation>{stage} 단계에 거래 추가</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Weighted: each value times its chance to be won</source>
        <translation>가중 금액: 금액에 성사 가능성을 곱한 값</translation>
    </message>
    <message>
        <source>Half of the deals stay here for {days} or longer</source>
        <translation>거래의 절반이 여기에 {days} 이상 머물러요</translation>
    </message>
    <message>
        <source>1 deal has no value yet</source>
        <translation>아직 금액이 없는 거래 1건</translation>
    </message>
    <message>
        <source>{n} deals have no value yet</source>
        <translation>아직 금액이 없는 거래 {n}건</translation>
    </message>
</context>
<context>
    <name>BulkActs</name>
    <message>
        <source>Checked contacts</source>
        <translation>선택한 고객</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>고치기…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>What to do with the contact</source>
        <translation>고객 메뉴</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>자세히 보기</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>페이지로 열기</translation>
    </message>
    <message>
        <source>Edit a field…</source>
        <translation>항목 고치기…</translation>
    </message>
    <message>
        <source>Start a plan…</source>
        <translation>할 일 순서 시작…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>새 태그…</translation>
    </message>
    <message>
        <source>Shop owner</source>
        <translation>사장님</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>태그 이름</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Uncheck all</source>
        <translation>모두 선택 해제</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n명 선택됨</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Changing contacts</source>
        <translation>고객 정보 바꾸는 중</translation>
    </message>
    <message>
        <source>Edit 1 contact</source>
        <translation>고객 1명 고치기</translation>
    </message>
    <message>
        <source>Edit {n} contacts</source>
        <translation>고객 {n}명 고치기</translation>
    </message>
    <message>
        <source>Field to change</source>
        <translation>바꿀 항목</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>넣기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>Changes {n} of {total} contacts; {same} have it already.</source>
        <translation>고객 {total}명 중 {n}명이 바뀌어요. {same}명은 이미 그래요.</translation>
    </message>
</context>
<context>
    <name>Buyer</name>
    <message>
        <source>Customer: last four digits or name; Enter for none</source>
        <translation>고객: 전화 끝 네 자리나 이름 (없으면 Enter)</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>찾은 고객</translation>
    </message>
    <message>
        <source>Nobody fits that. Empty it to sell without a name.</source>
        <translation>맞는 고객이 없어요. 비우면 이름 없이 팔 수 있어요.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>다른 고객</translation>
    </message>
    <message>
        <source>{name}: {n} left</source>
        <translation>{name}: {n} 남음</translation>
    </message>
    <message>
        <source>Buys for the first time</source>
        <translation>첫 구매</translation>
    </message>
    <message>
        <source>{day}: {what}, {amount}</source>
        <translation>{day}: {what}, {amount}</translation>
    </message>
</context>
<context>
    <name>CalendarFiles</name>
    <message>
        <source>Save as a calendar file</source>
        <translation>캘린더 파일로 저장</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>캘린더</translation>
    </message>
    <message>
        <source>Bring a calendar file in</source>
        <translation>캘린더 파일 가져오기</translation>
    </message>
    <message>
        <source>Folder for the calendar file</source>
        <translation>캘린더 파일을 둘 폴더</translation>
    </message>
    <message>
        <source>Saving the calendar</source>
        <translation>캘린더 저장 중</translation>
    </message>
    <message>
        <source>Bringing the calendar in</source>
        <translation>캘린더 가져오는 중</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>캘린더 (*.ics)</translation>
    </message>
</context>
<context>
    <name>CalendarMenus</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>A day earlier</source>
        <translation>하루 앞으로</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>하루 뒤로</translation>
    </message>
    <message>
        <source>Print this month</source>
        <translation>이번 달 인쇄</translation>
    </message>
    <message>
        <source>Print this week</source>
        <translation>이번 주 인쇄</translation>
    </message>
    <message>
        <source>Print these days</source>
        <translation>이 날짜들 인쇄</translation>
    </message>
    <message>
        <source>Save as a calendar file</source>
        <translation>캘린더 파일로 저장</translation>
    </message>
    <message>
        <source>Bring a calendar file in</source>
        <translation>캘린더 파일 가져오기</translation>
    </message>
    <message>
        <source>Keep a file for the phone</source>
        <translation>휴대전화용 파일 두기</translation>
    </message>
    <message>
        <source>Keep no file for the phone</source>
        <translation>휴대전화용 파일 그만두기</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>캘린더</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>주</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Task list</source>
        <translation>할 일 목록</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>The calendar cannot be read</source>
        <translation>캘린더를 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>CellNote</name>
    <message>
        <source>1 customer</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} customers</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>Open list</source>
        <translation>명단 열기</translation>
    </message>
</context>
<context>
    <name>ChanceField</name>
    <message>
        <source>From the stage</source>
        <translation>단계대로</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>How the chance is told</source>
        <translation>가능성을 정하는 방법</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>This chart cannot be drawn. Its table still can be shown.</source>
        <translation>차트를 그릴 수 없어요. 표로는 볼 수 있어요.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
    <message>
        <source>Ahead by</source>
        <translation>앞선 금액</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>모자란 금액</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n}시간</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>New contacts</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Update of contacts you have</source>
        <translation>있는 고객 업데이트</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>중복일 수 있는 고객</translation>
    </message>
    <message>
        <source>Rows with problems</source>
        <translation>문제가 있는 행</translation>
    </message>
    <message>
        <source>Nothing new in them</source>
        <translation>새로운 내용 없음</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Same phone or e-mail, another name. What you do not decide is left out and saved in a file.</source>
        <translation>전화나 이메일은 같은데 이름이 달라요. 정하지 않은 행은 가져오지 않고 파일로 저장해요.</translation>
    </message>
    <message>
        <source>Type over a cell to mend it. What you leave comes in as it stands, where it can.</source>
        <translation>셀에 바로 입력해서 고칠 수 있어요. 그대로 두면 가져올 수 있는 만큼 그대로 가져와요.</translation>
    </message>
    <message>
        <source>A cell can be changed here; your file stays as it is.</source>
        <translation>여기서 셀을 고칠 수 있어요. 원본 파일은 바뀌지 않아요.</translation>
    </message>
    <message>
        <source>Fix the cell</source>
        <translation>셀 고치기</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>새 고객으로</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>다시 넣기</translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation>{name} 님으로</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>같은 사람으로</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Add a line</source>
        <translation>한 줄 추가</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete key takes the filter away</source>
        <translation>Delete 키로 필터를 지워요</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Choices</source>
        <translation>선택지</translation>
    </message>
    <message>
        <source>Another choice</source>
        <translation>새 선택지</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>F2 renames a choice, Delete retires it or brings it back.</source>
        <translation>F2로 이름을 고치고 Delete로 그만 쓰거나 다시 써요.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>What to print</source>
        <translation>인쇄할 내용</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>고객 카드</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>주소 라벨</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>Sheet of labels</source>
        <translation>라벨 용지</translation>
    </message>
    <message>
        <source>First free label</source>
        <translation>첫 빈 라벨 번호</translation>
    </message>
    <message>
        <source>Print the edges of the labels</source>
        <translation>라벨 테두리도 인쇄</translation>
    </message>
    <message>
        <source>{columns} × {rows}, {width} × {height} mm</source>
        <translation>{columns} × {rows}칸, {width} × {height} mm</translation>
    </message>
    <message>
        <source>As {products}</source>
        <translation>{products} 규격</translation>
    </message>
</context>
<context>
    <name>ChosenRow</name>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Step {n} of {total}</source>
        <translation>{total}단계 중 {n}단계</translation>
    </message>
    <message>
        <source>F6 comes here, Esc stops.</source>
        <translation>F6은 여기로, Esc는 그만두기예요.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>기본 열</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>왼쪽으로 옮기기</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>오른쪽으로 옮기기</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>열 숨기기</translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>(no name)</source>
        <translation>(이름 없음)</translation>
    </message>
    <message>
        <source>{column} goes to</source>
        <translation>{column} 가져올 항목</translation>
    </message>
    <message>
        <source>Match {percent} %: {why}</source>
        <translation>일치 {percent}%: {why}</translation>
    </message>
    <message>
        <source>known from the program that wrote the file</source>
        <translation>파일을 만든 프로그램으로 알았어요</translation>
    </message>
    <message>
        <source>by the name of the column</source>
        <translation>열 이름으로 알았어요</translation>
    </message>
    <message>
        <source>by what is in it</source>
        <translation>내용으로 알았어요</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>지난번과 같아요</translation>
    </message>
    <message>
        <source>you chose it</source>
        <translation>직접 골랐어요</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>값 1개</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>값 {n}개</translation>
    </message>
    <message>
        <source>1 value set</source>
        <translation>값 1개 정함</translation>
    </message>
    <message>
        <source>{n} values set</source>
        <translation>값 {n}개 정함</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>가져오지 않음</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Adds a field</source>
        <translation>항목 추가</translation>
    </message>
    <message>
        <source>{text} is {day}</source>
        <translation>{text} → {day}</translation>
    </message>
    <message>
        <source>How dates in {column} are meant</source>
        <translation>{column} 날짜 읽는 법</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>최근 연락</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>첫 방문</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>유입 경로</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>생일</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>연락 간격</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>고객 등급</translation>
    </message>
    <message>
        <source>Back in 90 days</source>
        <translation>90일 내 재방문</translation>
    </message>
    <message>
        <source>Next 12 months</source>
        <translation>앞으로 1년</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>걸린 금액</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>다음 방문</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>정보 점수</translation>
    </message>
    <message>
        <source>12-mo sales</source>
        <translation>12개월 판매</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>총 판매</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>최근 구매</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장하고 있어요…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Column in your file</source>
        <translation>파일의 열</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>들어 있는 내용</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>넣을 곳</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Keep which?</source>
        <translation>무엇을 남길까요?</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Take all of {name}</source>
        <translation>{name} 쪽 모두 선택</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>기록 1건</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>기록 {n}건</translation>
    </message>
</context>
<context>
    <name>CompareRow</name>
    <message>
        <source>E types another value</source>
        <translation>E: 다른 값 적기</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>{field}: both {value}</source>
        <translation>{field}: 둘 다 {value}</translation>
    </message>
    <message>
        <source>{field}: {one} and {other} are both kept</source>
        <translation>{field}: {one}, {other} 둘 다 남겨요</translation>
    </message>
    <message>
        <source>Of two answers the stricter one is kept.</source>
        <translation>두 대답 중 더 엄격한 쪽이 남아요.</translation>
    </message>
    <message>
        <source>{field}: {kept} is kept, not {other}</source>
        <translation>{field}: {other} 대신 {kept} 남김</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>쓸 것</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>누가 걸었는지</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>to save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>건 전화</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>받은 전화</translation>
    </message>
    <message>
        <source>Write a note about {name}</source>
        <translation>{name} 님에 대한 메모</translation>
    </message>
    <message>
        <source>What was said with {name}</source>
        <translation>{name} 님과 나눈 이야기</translation>
    </message>
    <message>
        <source>What happened on the visit of {name}</source>
        <translation>{name} 님이 방문했을 때 있었던 일</translation>
    </message>
    <message>
        <source>What was written with {name}</source>
        <translation>{name} 님과 주고받은 내용</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Move or remove this condition</source>
        <translation>이 조건 옮기기·지우기</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>이 조건 지우기</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>What is asked of it</source>
        <translation>물어볼 것</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>빠진 것이 있어요.</translation>
    </message>
    <message>
        <source>This asks about something that is no longer there or in use.</source>
        <translation>없어졌거나 더는 쓰지 않는 것을 묻고 있어요.</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>묶음에 넣기</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>묶음에서 빼기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Record consent of {name}</source>
        <translation>{name} 님 동의 기록</translation>
    </message>
    <message>
        <source>For</source>
        <translation>목적</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>대답</translation>
    </message>
    <message>
        <source>How</source>
        <translation>받은 방식</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>“{text}” is not a date.</source>
        <translation>“{text}”은(는) 날짜가 아니에요.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>By</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>증거</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Ask again on</source>
        <translation>재확인일</translation>
    </message>
    <message>
        <source>Form of 12 May, call at 3 pm …</source>
        <translation>5월 12일 신청서, 오후 3시 통화 …</translation>
    </message>
</context>
<context>
    <name>ConsentSection</name>
    <message>
        <source>Consent</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>Record consent</source>
        <translation>동의 기록</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>아직 기록이 없어요.</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>연락하지 않기</translation>
    </message>
    <message>
        <source>1 declaration</source>
        <translation>기록 1건</translation>
    </message>
    <message>
        <source>{n} declarations</source>
        <translation>기록 {n}건</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>What was declared: {n}</source>
        <translation>동의 기록 {n}건</translation>
    </message>
</context>
<context>
    <name>Consents</name>
    <message>
        <source>Ads {way}</source>
        <translation>광고 {way}</translation>
    </message>
    <message>
        <source>Info {way}</source>
        <translation>안내 {way}</translation>
    </message>
    <message>
        <source>Profile {way}</source>
        <translation>정보 보관 {way}</translation>
    </message>
    <message>
        <source>by text</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>by mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>by messenger</source>
        <translation>메신저</translation>
    </message>
    <message>
        <source>by post</source>
        <translation>우편</translation>
    </message>
    <message>
        <source>any way</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>말로</translation>
    </message>
    <message>
        <source>written</source>
        <translation>서면</translation>
    </message>
    <message>
        <source>online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>from an import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>직접 수정</translation>
    </message>
    <message>
        <source>from a merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>ask again {day}</source>
        <translation>{day} 재확인</translation>
    </message>
</context>
<context>
    <name>ContactControls</name>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}명 중 {n}번째</translation>
    </message>
    <message>
        <source>Previous contact</source>
        <translation>이전 고객</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>다음 고객</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Start a plan…</source>
        <translation>할 일 순서 시작…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>바뀐 내용</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>영구 삭제</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>About whom?</source>
        <translation>어느 고객의 할 일인가요?</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Choose who is meant</source>
        <translation>누구인지 고르세요</translation>
    </message>
</context>
<context>
    <name>ContactField</name>
    <message>
        <source>Name, initials or last four digits</source>
        <translation>이름, 초성, 전화 뒤 네 자리</translation>
    </message>
</context>
<context>
    <name>ContactFilters</name>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
</context>
<context>
    <name>ContactFinder</name>
    <message>
        <source>Nobody fits “{text}”</source>
        <translation>“{text}”에 맞는 고객이 없어요</translation>
    </message>
</context>
<context>
    <name>ContactParts</name>
    <message>
        <source>Bringing stages up to date</source>
        <translation>단계를 새로 정하는 중</translation>
    </message>
</context>
<context>
    <name>ContactSales</name>
    <message>
        <source>Purchases</source>
        <translation>구매</translation>
    </message>
    <message>
        <source>Together with its people</source>
        <translation>소속 고객 합쳐 보기</translation>
    </message>
    <message>
        <source>Nothing was bought yet</source>
        <translation>아직 구매가 없어요</translation>
    </message>
    <message>
        <source>What is sold to this customer is listed here.</source>
        <translation>이 고객에게 판 것이 여기에 나와요.</translation>
    </message>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>No sale fits</source>
        <translation>맞는 판매가 없어요</translation>
    </message>
    <message>
        <source>Nothing was sold in that time, or the chips leave nothing over.</source>
        <translation>이 기간에 판매가 없거나, 조건에 맞는 판매가 없어요.</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>조건 지우기</translation>
    </message>
    <message>
        <source>The sales cannot be read</source>
        <translation>판매를 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Nothing was changed. Your file may be on a drive that is not connected.</source>
        <translation>바뀐 것은 없어요. 파일이 연결되지 않은 드라이브에 있을 수 있어요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
</context>
<context>
    <name>ContactTableModel</name>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>선택</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>전체 고객</translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>{method} counted</source>
        <translation>{method} 센 금액</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼어요</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Dangol met a mistake of its own. What you saved is safe, and you can go on working. This report holds where it happened, versions and the last lines of the log: no names, no numbers, nothing you typed. It goes nowhere unless you send it.</source>
        <translation>단골 프로그램 자체의 오류예요. 저장한 것은 안전하고 계속 일할 수 있어요. 이 보고서에는 오류가 난 곳과 버전, 기록의 마지막 줄만 있어요. 이름도 번호도 입력한 내용도 없어요. 직접 보내지 않으면 아무 데도 가지 않아요.</translation>
    </message>
    <message>
        <source>It cannot be written there</source>
        <translation>그곳에는 쓸 수 없어요</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장함</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
</context>
<context>
    <name>CustomFields</name>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
</context>
<context>
    <name>CustomSection</name>
    <message>
        <source>Custom fields</source>
        <translation>우리 가게 항목</translation>
    </message>
    <message>
        <source>Add a custom field</source>
        <translation>우리 가게 항목 추가</translation>
    </message>
    <message>
        <source>Fields of the shop …</source>
        <translation>항목 관리…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>Adding {file}</source>
        <translation>{file} 넣는 중</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
</context>
<context>
    <name>DateDialog</name>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>옮기기</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Solar</source>
        <translation>양력</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>음력</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>Leap month</source>
        <translation>윤달</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Which day</source>
        <translation>어떤 날</translation>
    </message>
    <message>
        <source>Name of the day</source>
        <translation>날 이름</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>년</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>A month and a day; the year if it is known.</source>
        <translation>월과 일을 넣어 주세요. 연도는 알 때만 넣어요.</translation>
    </message>
    <message>
        <source>Without its day it does not come round.</source>
        <translation>며칠인지 몰라 돌아오는 날을 알 수 없어요.</translation>
    </message>
    <message>
        <source>It is not known when it comes next.</source>
        <translation>다음이 언제인지 알 수 없어요.</translation>
    </message>
    <message>
        <source>next: {day}</source>
        <translation>다음: {day}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Tomorrow</source>
        <translation>내일</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>{n}일 뒤</translation>
    </message>
    <message>
        <source>leap month</source>
        <translation>윤달</translation>
    </message>
    <message>
        <source>month</source>
        <translation>달</translation>
    </message>
    <message>
        <source>lunar {month} {number}</source>
        <translation>음력 {month} {number}</translation>
    </message>
    <message>
        <source>, day {day}</source>
        <translation> {day}일</translation>
    </message>
    <message>
        <source>The month is missing.</source>
        <translation>몇 월인지 넣어 주세요.</translation>
    </message>
    <message>
        <source>A year has twelve months.</source>
        <translation>월은 1부터 12까지예요.</translation>
    </message>
    <message>
        <source>A lunar month has 29 or 30 days.</source>
        <translation>음력 한 달은 29일이나 30일이에요.</translation>
    </message>
    <message>
        <source>This month has {n} days.</source>
        <translation>이 달은 {n}일까지예요.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>그런 날은 없어요.</translation>
    </message>
    <message>
        <source>In other years: February 28.</source>
        <translation>다른 해에는 2월 28일이에요.</translation>
    </message>
    <message>
        <source>In years without this leap month: the ordinary month.</source>
        <translation>그 윤달이 없는 해에는 평달로 지내요.</translation>
    </message>
    <message>
        <source>In years whose month has 29 days: the 29th.</source>
        <translation>그 달이 29일까지인 해에는 29일이에요.</translation>
    </message>
</context>
<context>
    <name>DatesSection</name>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>날짜 추가</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>고객이 된 때</translation>
    </message>
</context>
<context>
    <name>DayBars</name>
    <message>
        <source>Best: {day}</source>
        <translation>최고: {day}</translation>
    </message>
    <message>
        <source>Sales day by day</source>
        <translation>날짜별 판매</translation>
    </message>
</context>
<context>
    <name>DayCloseView</name>
    <message>
        <source>The day before</source>
        <translation>전날</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>다음 날</translation>
    </message>
    <message>
        <source>Count the till</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>Closed until now</source>
        <translation>지난 마감</translation>
    </message>
    <message>
        <source>Note, as why something is missing</source>
        <translation>메모 (차액이 난 까닭 등)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>마감하기</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>마감 취소</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>장부</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차액</translation>
    </message>
    <message>
        <source>What you do not count is taken as expected.</source>
        <translation>세지 않은 것은 장부대로 마감해요.</translation>
    </message>
    <message>
        <source>Closed {when}.</source>
        <translation>{when}에 마감했어요.</translation>
    </message>
    <message>
        <source>Since then sales of that day have changed.</source>
        <translation>그 뒤 이날의 판매가 바뀌었어요.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>차액 없음</translation>
    </message>
</context>
<context>
    <name>DayReport</name>
    <message>
        <source>End of the day</source>
        <translation>일 마감</translation>
    </message>
    <message>
        <source>End of the day, {day}</source>
        <translation>일 마감, {day}</translation>
    </message>
    <message>
        <source>Closed {when}</source>
        <translation>{when} 마감</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>장부</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차액</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>DaysView</name>
    <message>
        <source>This stays on its day</source>
        <translation>이 항목은 날짜를 옮길 수 없어요</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1개</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n}개</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>New deal</source>
        <translation>새 거래</translation>
    </message>
    <message>
        <source>Change the deal</source>
        <translation>거래 바꾸기</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>제목을 적어 주세요</translation>
    </message>
    <message>
        <source>Choose a company that is known</source>
        <translation>등록된 회사를 골라 주세요</translation>
    </message>
    <message>
        <source>Type the day as 2026-05-16</source>
        <translation>날짜를 2026-05-16처럼 적어 주세요</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>날짜 고르기</translation>
    </message>
    <message>
        <source>By the rules of the pipeline</source>
        <translation>거래 규칙대로</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>반복 안 함</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>거래 종류</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>가능성</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>예상 마감</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source> month after it is won</source>
        <translation>개월 뒤 다시 (성사 후)</translation>
    </message>
    <message>
        <source> months after it is won</source>
        <translation>개월 뒤 다시 (성사 후)</translation>
    </message>
</context>
<context>
    <name>DealFacts</name>
    <message>
        <source>Deal</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Change the deal</source>
        <translation>거래 바꾸기</translation>
    </message>
    <message>
        <source>To do at this stage</source>
        <translation>이 단계에서 할 것</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Your deals</source>
        <translation>지난 거래로</translation>
    </message>
    <message>
        <source>{day}, overdue</source>
        <translation>{day}, 지남</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>예상 마감</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>가능성</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>DealFiles</name>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>파일 추가</translation>
    </message>
</context>
<context>
    <name>DealHead</name>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>무산</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>다시 보이기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>{time} here, waiting too long</source>
        <translation>이 단계 {time}, 너무 오래 대기</translation>
    </message>
    <message>
        <source>{time} here</source>
        <translation>이 단계 {time}</translation>
    </message>
</context>
<context>
    <name>DealPage</name>
    <message>
        <source>Deal</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Back to the pipeline</source>
        <translation>거래 목록으로</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Sell a part</source>
        <translation>일부 판매하기</translation>
    </message>
    <message>
        <source>Make a sale of it</source>
        <translation>판매로 기록</translation>
    </message>
    <message>
        <source>Make another like it</source>
        <translation>똑같이 하나 더</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
    </message>
    <message>
        <source>Still to do before this stage: {what}</source>
        <translation>이 단계 전에 할 것이 남았어요: {what}</translation>
    </message>
</context>
<context>
    <name>DealSide</name>
    <message>
        <source>Next step</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>People</source>
        <translation>관계자</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>견적서</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>할 일 추가</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>관계자 추가</translation>
    </message>
    <message>
        <source>Change the lines</source>
        <translation>품목 바꾸기</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>새 견적서</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>다음 할 일 없음</translation>
    </message>
    <message>
        <source>Take out of the deal</source>
        <translation>거래에서 빼기</translation>
    </message>
    <message>
        <source>Who decides, who uses it, who pays?</source>
        <translation>누가 정하고, 쓰고, 돈을 내나요?</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Less {amount}</source>
        <translation>{amount} 할인</translation>
    </message>
    <message>
        <source>Products and services, once they are known.</source>
        <translation>상품과 서비스가 정해지면 여기에 적어요.</translation>
    </message>
    <message>
        <source>{number} v{n}</source>
        <translation>{number} ({n}판)</translation>
    </message>
    <message>
        <source>None yet: Q makes one of the lines.</source>
        <translation>아직 없어요. Q로 품목대로 만들어요.</translation>
    </message>
</context>
<context>
    <name>DealStory</name>
    <message>
        <source>Timeline</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>아직 아무 기록이 없어요.</translation>
    </message>
</context>
<context>
    <name>Deals</name>
    <message>
        <source>No amount yet</source>
        <translation>금액 미정</translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation>하루 미만</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>매달</translation>
    </message>
    <message>
        <source>Every {n} months</source>
        <translation>{n}개월마다</translation>
    </message>
    <message>
        <source>Later: {day}</source>
        <translation>나중에: {day}</translation>
    </message>
    <message>
        <source>Began at &lt;b&gt;{stage}&lt;/b&gt;</source>
        <translation>&lt;b&gt;{stage}&lt;/b&gt; 단계에서 시작</translation>
    </message>
    <message>
        <source>{time} at {stage}</source>
        <translation>{stage} 단계에서 {time}</translation>
    </message>
    <message>
        <source>Moved to &lt;b&gt;{stage}&lt;/b&gt;</source>
        <translation>&lt;b&gt;{stage}&lt;/b&gt; 단계로 옮김</translation>
    </message>
    <message>
        <source>Done: &lt;b&gt;{task}&lt;/b&gt;</source>
        <translation>끝냄: &lt;b&gt;{task}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Quote &lt;b&gt;{n}&lt;/b&gt;</source>
        <translation>견적서 &lt;b&gt;{n}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Sale &lt;b&gt;{n}&lt;/b&gt;</source>
        <translation>판매 &lt;b&gt;{n}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>DealsList</name>
    <message>
        <source>Deals</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Reading the deals</source>
        <translation>거래를 읽는 중</translation>
    </message>
    <message>
        <source>No deal fits</source>
        <translation>맞는 거래가 없어요</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>새 거래</translation>
    </message>
    <message>
        <source>The deals cannot be read</source>
        <translation>거래를 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Nothing was changed. Your file may be on a drive that is not connected.</source>
        <translation>바뀐 것은 없어요. 파일이 연결되지 않은 드라이브에 있을 수 있어요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>1 deal</source>
        <translation>거래 1건</translation>
    </message>
    <message>
        <source>{n} deals</source>
        <translation>거래 {n}건</translation>
    </message>
</context>
<context>
    <name>DealsModel</name>
    <message>
        <source>Deal</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>가능성</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
</context>
<context>
    <name>DealsSection</name>
    <message>
        <source>Open deals</source>
        <translation>진행 중인 거래</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>새 거래</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n}건 더</translation>
    </message>
    <message>
        <source>1 deal won: {amount}</source>
        <translation>성사된 거래 1건: {amount}</translation>
    </message>
    <message>
        <source>{n} deals won: {amount}</source>
        <translation>성사된 거래 {n}건: {amount}</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 문서 (*.pdf)</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>No printer is set up on this PC. Saving as PDF needs none.</source>
        <translation>이 PC에 설치된 프린터가 없어요. PDF 저장은 프린터 없이도 돼요.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Saved as “{file}”, {pages}.</source>
        <translation>저장했어요: “{file}”, {pages}.</translation>
    </message>
    <message>
        <source>Sent to the printer, {pages}.</source>
        <translation>프린터로 보냈어요, {pages}.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1쪽</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n}쪽</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Details</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>전체 화면으로 열기</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>상세 닫기</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>통화 기록</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>할 일 추가</translation>
    </message>
    <message>
        <source>Choose a contact to see more of them here.</source>
        <translation>고객을 고르면 여기에 자세히 보여요.</translation>
    </message>
    <message>
        <source>Customer since {month}</source>
        <translation>{month}부터 고객</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Delivery and card</source>
        <translation>배송과 카드</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Taken along</source>
        <translation>바로 가져감</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>날짜와 시각</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>받는 분</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Card text</source>
        <translation>카드 문구</translation>
    </message>
    <message>
        <source>For the maker</source>
        <translation>제작 메모</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Cash receipt</source>
        <translation>현금영수증</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>판매일</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Not added yet</source>
        <translation>아직 추가 안 됨</translation>
    </message>
</context>
<context>
    <name>DuplicateWords</name>
    <message>
        <source>Ads by text</source>
        <translation>광고 문자</translation>
    </message>
    <message>
        <source>Ads by phone</source>
        <translation>광고 전화</translation>
    </message>
    <message>
        <source>Ads by mail</source>
        <translation>광고 이메일</translation>
    </message>
    <message>
        <source>Ads by messenger</source>
        <translation>광고 메신저</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>강함</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>Very likely the same person</source>
        <translation>같은 사람일 가능성이 아주 높아요</translation>
    </message>
    <message>
        <source>Probably the same person</source>
        <translation>아마 같은 사람이에요</translation>
    </message>
    <message>
        <source>Perhaps the same person</source>
        <translation>같은 사람일 수도 있어요</translation>
    </message>
    <message>
        <source>{day} lunar</source>
        <translation>음력 {day}</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>개인</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Possible duplicates</source>
        <translation>중복 가능성</translation>
    </message>
    <message>
        <source>Merge all over 90%</source>
        <translation>90% 넘으면 모두 합치기</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>다른 사람</translation>
    </message>
    <message>
        <source>Merge and go on</source>
        <translation>합치고 다음</translation>
    </message>
    <message>
        <source>Pairs that look alike</source>
        <translation>비슷한 고객 쌍</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>정한 쌍</translation>
    </message>
    <message>
        <source>Searching for duplicates</source>
        <translation>중복 고객 찾기</translation>
    </message>
    <message>
        <source>1 timeline entry will be kept with the merged contact.</source>
        <translation>기록 1건이 합친 고객에 남아요.</translation>
    </message>
    <message>
        <source>{n} timeline entries will be kept with the merged contact.</source>
        <translation>기록 {n}건이 합친 고객에 남아요.</translation>
    </message>
    <message>
        <source>{n} left, {done} done</source>
        <translation>{n}쌍 남음, {done}쌍 끝남</translation>
    </message>
    <message>
        <source>Searching the book</source>
        <translation>고객을 살펴보는 중이에요</translation>
    </message>
    <message>
        <source>Nobody seems to be twice</source>
        <translation>두 번 적힌 고객이 없는 것 같아요</translation>
    </message>
    <message>
        <source>Contacts with the same phone, e-mail or a similar name show up here.</source>
        <translation>전화번호나 이메일이 같거나 이름이 비슷한 고객이 여기에 보여요.</translation>
    </message>
</context>
<context>
    <name>EditableRow</name>
    <message>
        <source>More about {value}</source>
        <translation>{value} 더 보기</translation>
    </message>
    <message>
        <source>Call {value}</source>
        <translation>{value} 전화 걸기</translation>
    </message>
    <message>
        <source>Write to {value}</source>
        <translation>{value} 메일 쓰기</translation>
    </message>
    <message>
        <source>Open {value}</source>
        <translation>{value} 열기</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장하고 있어요…</translation>
    </message>
</context>
<context>
    <name>Enquiries</name>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n}시간</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>{time} 만에</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>이름 모름</translation>
    </message>
    <message>
        <source>waits {time}, overdue</source>
        <translation>{time}째 대기, 기한 지남</translation>
    </message>
    <message>
        <source>waits {time}</source>
        <translation>{time}째 대기</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>새 고객</translation>
    </message>
</context>
<context>
    <name>EnquiryActs</name>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Make a deal</source>
        <translation>거래 만들기</translation>
    </message>
    <message>
        <source>Open its deal</source>
        <translation>거래 열기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변함</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>이 사람이 아님</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>스팸</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
    </message>
    <message>
        <source>Enquiries from a file</source>
        <translation>파일에서 문의 가져오기</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>표 파일</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>1 enquiry came in</source>
        <translation>문의 1건을 가져왔어요</translation>
    </message>
    <message>
        <source>{n} came in</source>
        <translation>문의 {n}건을 가져왔어요</translation>
    </message>
    <message>
        <source>1 is of somebody known</source>
        <translation>1건은 아는 고객이에요</translation>
    </message>
    <message>
        <source>{n} are of people known</source>
        <translation>{n}건은 아는 고객이에요</translation>
    </message>
    <message>
        <source>1 was there already</source>
        <translation>1건은 이미 있었어요</translation>
    </message>
    <message>
        <source>{n} were there already</source>
        <translation>{n}건은 이미 있었어요</translation>
    </message>
    <message>
        <source>Line {n} was left out: {why}.</source>
        <translation>{n}번째 줄은 뺐어요: {why}.</translation>
    </message>
    <message>
        <source>1 more line, too.</source>
        <translation>1줄을 더 뺐어요.</translation>
    </message>
    <message>
        <source>{n} more lines, too.</source>
        <translation>{n}줄을 더 뺐어요.</translation>
    </message>
</context>
<context>
    <name>EnquiryDialog</name>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>문의 내용</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>소개한 사람</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>문의</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Choose who is meant</source>
        <translation>누구인지 골라 주세요</translation>
    </message>
</context>
<context>
    <name>EnquiryPanel</name>
    <message>
        <source>Enquiry</source>
        <translation>문의</translation>
    </message>
    <message>
        <source>Select an enquiry to see all of it.</source>
        <translation>문의를 고르면 여기에 다 보여요.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Learned from your deals</source>
        <translation>지난 거래에서 배운 것</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변함</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>스팸</translation>
    </message>
    <message>
        <source>Waits {time}</source>
        <translation>{time}째 대기</translation>
    </message>
    <message>
        <source>Answered {time}</source>
        <translation>{time} 답변함</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>적힌 내용이 없어요.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 때</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>답변 기한</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>소개한 사람</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>Text of the entry</source>
        <translation>기록 내용</translation>
    </message>
</context>
<context>
    <name>EntryLooks</name>
    <message>
        <source>Day {n} of {count}</source>
        <translation>{count}일 중 {n}일째</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time}까지</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase {name} for good?</source>
        <translation>{name} 고객을 영구 삭제할까요?</translation>
    </message>
    <message>
        <source>All fields, notes, visits and calls, tags and relations</source>
        <translation>모든 항목, 메모, 방문과 통화, 태그, 관계</translation>
    </message>
    <message>
        <source>The photo and the files nobody else has</source>
        <translation>사진과 다른 고객에게 없는 파일</translation>
    </message>
    <message>
        <source>Every line of the history and of imports about them</source>
        <translation>변경 기록과 가져오기 기록에 남은 내용</translation>
    </message>
    <message>
        <source>The quotes made for them; their numbers are not given again</source>
        <translation>보낸 견적서(그 번호는 다시 쓰지 않아요)</translation>
    </message>
    <message>
        <source>This goes, and cannot be undone:</source>
        <translation>아래 내용이 사라지고 되돌릴 수 없어요.</translation>
    </message>
    <message>
        <source>Older backups still hold them; one that is restored is erased in the same way. Files you have exported stay where they are.</source>
        <translation>이전 백업에는 남아 있지만, 복원하면 똑같이 다시 삭제돼요. 내보낸 파일은 그대로 있어요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>영구 삭제</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export contacts</source>
        <translation>고객 내보내기</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>누구를</translation>
    </message>
    <message>
        <source>The chosen one</source>
        <translation>선택한 1명</translation>
    </message>
    <message>
        <source>The {n} chosen ones</source>
        <translation>선택한 {n}명</translation>
    </message>
    <message>
        <source>The one in the list</source>
        <translation>목록의 1명</translation>
    </message>
    <message>
        <source>The {n} in the list</source>
        <translation>목록의 {n}명</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>모든 고객</translation>
    </message>
    <message>
        <source>Columns beside the name</source>
        <translation>이름 외에 넣을 열</translation>
    </message>
    <message>
        <source>Company and job</source>
        <translation>회사와 직함</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Birthday and gender</source>
        <translation>생일과 성별</translation>
    </message>
    <message>
        <source>Visits and totals</source>
        <translation>방문과 누적 금액</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>수신 동의</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>For</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>엑셀 (.xlsx)</translation>
    </message>
    <message>
        <source>Excel, as text (.csv)</source>
        <translation>엑셀용 텍스트 (.csv)</translation>
    </message>
    <message>
        <source>Other programs (.csv, exactly as it is)</source>
        <translation>다른 프로그램용 (.csv, 있는 그대로)</translation>
    </message>
    <message>
        <source>Phones and address books (.vcf), with photos</source>
        <translation>휴대폰과 주소록용 (.vcf), 사진 포함</translation>
    </message>
    <message>
        <source>Protect it with a password</source>
        <translation>파일을 암호로 잠그기</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>파일 암호</translation>
    </message>
    <message>
        <source>Open the folder afterwards</source>
        <translation>끝나면 폴더 열기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>저장할 곳 고르기</translation>
    </message>
    <message>
        <source>Exporting contacts</source>
        <translation>고객 내보내는 중</translation>
    </message>
    <message>
        <source>Do not open this file in Excel: it may take a text for a formula.</source>
        <translation>이 파일은 엑셀로 열지 마세요. 글자를 수식으로 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>The shop has a password, but this file has none: anybody can read it.</source>
        <translation>가게는 암호로 잠겨 있지만 이 파일은 누구나 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>엑셀 통합 문서 (*.xlsx)</translation>
    </message>
    <message>
        <source>Address book (*.vcf)</source>
        <translation>주소록 (*.vcf)</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>쉼표로 나눈 텍스트 (*.csv)</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>고객</translation>
    </message>
</context>
<context>
    <name>FieldDialog</name>
    <message>
        <source>Change the field</source>
        <translation>항목 고치기</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>새 항목</translation>
    </message>
    <message>
        <source>Show it as a column of the list</source>
        <translation>목록에 열로 보이기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택지</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>in the list</source>
        <translation>목록에 표시</translation>
    </message>
    <message>
        <source>no longer used</source>
        <translation>그만 쓰는 항목</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>No longer</source>
        <translation>예전 연락처</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>월요일</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>화요일</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>수요일</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>목요일</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>금요일</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>토요일</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>일요일</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>휴대폰</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>집</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>직장</translation>
    </message>
    <message>
        <source>Main line</source>
        <translation>대표 전화</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>팩스</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>인스타그램</translation>
    </message>
    <message>
        <source>Kakao</source>
        <translation>카카오</translation>
    </message>
    <message>
        <source>Naver blog</source>
        <translation>네이버 블로그</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>홈페이지</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>틀린 번호</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>반송됨</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>시·도</translation>
    </message>
    <message>
        <source>City</source>
        <translation>시·군·구</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>도로명</translation>
    </message>
    <message>
        <source>Building, floor</source>
        <translation>건물, 층</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 법</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>좋아하는 것</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>싫어하는 것</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>{day} lunar</source>
        <translation>음력 {day}</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>생일</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>직함</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>고객 번호</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>별명</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>유입 경로</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>첫 방문</translation>
    </message>
</context>
<context>
    <name>FieldsModel</name>
    <message>
        <source>Label of a column</source>
        <translation>다른 열의 이름표</translation>
    </message>
</context>
<context>
    <name>FieldsSection</name>
    <message>
        <source>Fields</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>What your shop wants to know of its contacts: a favourite flower, a shoe size.</source>
        <translation>우리 가게가 고객에 대해 더 적어 두고 싶은 것이에요. 좋아하는 꽃, 신발 치수처럼요.</translation>
    </message>
    <message>
        <source>Fields of your own</source>
        <translation>우리 가게 항목</translation>
    </message>
    <message>
        <source>Enter changes a field, Alt+Up and Alt+Down move it, Delete retires it.</source>
        <translation>Enter로 고치고 Alt+위/아래로 옮기고 Delete로 그만 써요.</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>새 항목</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 옮기기</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 옮기기</translation>
    </message>
    <message>
        <source>Show those no longer used</source>
        <translation>그만 쓰는 항목도 보기</translation>
    </message>
    <message>
        <source>There is none yet. Add the first one.</source>
        <translation>아직 없어요. 첫 항목을 만들어 보세요.</translation>
    </message>
    <message>
        <source>Retired fields keep what is in them and can come back.</source>
        <translation>그만 쓰는 항목의 내용은 그대로 남고 언제든 다시 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>다시 쓰기</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>그만 쓰기</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Received</source>
        <translation>받은 때</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>문의 내용</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Number in the form</source>
        <translation>접수 번호</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>파일에 없음</translation>
    </message>
    <message>
        <source>Nothing is saved yet. The same file once more brings nothing twice, and known phones and e-mails are linked to their people.</source>
        <translation>아직 저장하지 않았어요. 같은 파일을 다시 가져와도 두 번 들어가지 않고, 아는 전화와 이메일은 그 고객에게 연결돼요.</translation>
    </message>
    <message>
        <source>Bring 1 enquiry in</source>
        <translation>문의 1건 가져오기</translation>
    </message>
    <message>
        <source>Bring {n} enquiries in</source>
        <translation>문의 {n}건 가져오기</translation>
    </message>
    <message>
        <source>Enquiries of {file}</source>
        <translation>{file}의 문의</translation>
    </message>
    <message>
        <source>Choose at least who asks or what they want</source>
        <translation>적어도 이름이나 문의 내용을 골라 주세요</translation>
    </message>
</context>
<context>
    <name>FileKinds</name>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>구매</translation>
    </message>
    <message>
        <source>Import purchases</source>
        <translation>구매 가져오기</translation>
    </message>
    <message>
        <source>Import 1 sale</source>
        <translation>판매 1건 가져오기</translation>
    </message>
    <message>
        <source>Import {n} sales</source>
        <translation>판매 {n}건 가져오기</translation>
    </message>
    <message>
        <source>Choose the columns that hold the day and the amount.</source>
        <translation>날짜와 금액이 든 열을 골라 주세요.</translation>
    </message>
    <message>
        <source>New sales</source>
        <translation>새 판매</translation>
    </message>
    <message>
        <source>Update of sales you have</source>
        <translation>있는 판매 고침</translation>
    </message>
    <message>
        <source>Buyer not certain, you decide next</source>
        <translation>구매자 불확실, 다음에 정하기</translation>
    </message>
    <message>
        <source>Buyer not certain</source>
        <translation>구매자 불확실</translation>
    </message>
    <message>
        <source>1 sale came in</source>
        <translation>판매 1건을 가져왔어요</translation>
    </message>
    <message>
        <source>{n} sales came in</source>
        <translation>판매 {n}건을 가져왔어요</translation>
    </message>
    <message>
        <source>Updated sales</source>
        <translation>고친 판매</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>Enter opens it, Del removes it</source>
        <translation>Enter로 열고 Del로 지워요</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>파일 지우기</translation>
    </message>
</context>
<context>
    <name>FileLines</name>
    <message>
        <source>Drop contracts, photos or drawings here.</source>
        <translation>계약서, 사진, 도면을 여기에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>파일 넣기</translation>
    </message>
    <message>
        <source>Adding {file}</source>
        <translation>{file} 넣는 중</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
</context>
<context>
    <name>FileRowOfField</name>
    <message>
        <source>Open the file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>사본 저장</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>다른 파일 고르기</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>파일 지우기</translation>
    </message>
</context>
<context>
    <name>FileSection</name>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>파일 넣기</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>필터 추가</translation>
    </message>
    <message>
        <source>1 more filter</source>
        <translation>필터 1개 더</translation>
    </message>
    <message>
        <source>{n} more filters</source>
        <translation>필터 {n}개 더</translation>
    </message>
    <message>
        <source>Edit the conditions …</source>
        <translation>조건 편집 …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>More conditions …</source>
        <translation>조건 더 보기 …</translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>아직 고를 것이 없어요</translation>
    </message>
    <message>
        <source>In the last … days</source>
        <translation>최근 …일 안</translation>
    </message>
    <message>
        <source>More than … days ago</source>
        <translation>…일보다 전</translation>
    </message>
    <message>
        <source>In the last how many days?</source>
        <translation>최근 며칠 안인가요?</translation>
    </message>
    <message>
        <source>More than how many days ago?</source>
        <translation>며칠보다 전인가요?</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>유입 경로</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>최근 연락</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>첫 방문</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>생일</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>지역</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Consent to texts</source>
        <translation>문자 수신 동의</translation>
    </message>
    <message>
        <source>Consent to e-mail</source>
        <translation>메일 수신 동의</translation>
    </message>
    <message>
        <source>{a} or {b}</source>
        <translation>{a} 또는 {b}</translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation>{a}, {b}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
    <message>
        <source>in the next {n} days</source>
        <translation>앞으로 {n}일 안</translation>
    </message>
    <message>
        <source>not {names}</source>
        <translation>{names} 제외</translation>
    </message>
    <message>
        <source>all of {names}</source>
        <translation>{names} 모두</translation>
    </message>
    <message>
        <source>Shop owner</source>
        <translation>사장님</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>given</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>in the last {n} days</source>
        <translation>최근 {n}일</translation>
    </message>
    <message>
        <source>more than {n} days ago</source>
        <translation>{n}일보다 전</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 이후</translation>
    </message>
    <message>
        <source>before {day}</source>
        <translation>{day} 이전</translation>
    </message>
</context>
<context>
    <name>FinishDialog</name>
    <message>
        <source>Talked, comes on Saturday</source>
        <translation>통화함, 토요일에 오신대요</translation>
    </message>
    <message>
        <source>Nothing, or: call again Friday 3pm</source>
        <translation>없음, 또는: 금요일 오후 3시 다시 전화</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>어떻게 됐나요?</translation>
    </message>
    <message>
        <source>Next?</source>
        <translation>다음 할 일은?</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>완료: {task}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>FinishingWindow</name>
    <message>
        <source>Updating Dangol</source>
        <translation>단골 업데이트</translation>
    </message>
    <message>
        <source>Version {version} is being installed and tried.</source>
        <translation>{version} 버전을 설치하고 시험하고 있어요.</translation>
    </message>
    <message>
        <source>Dangol opens by itself. Your shop is not touched.</source>
        <translation>끝나면 단골이 저절로 열려요. 가게 자료는 그대로예요.</translation>
    </message>
    <message>
        <source>Minimize</source>
        <translation>작게 해 두기</translation>
    </message>
    <message>
        <source>Open Dangol</source>
        <translation>단골 열기</translation>
    </message>
    <message>
        <source>The new version does not work here, and the one before could not be put back.</source>
        <translation>새 버전이 이 PC에서 작동하지 않고, 이전 버전도 되돌리지 못했어요.</translation>
    </message>
    <message>
        <source>Your shop is safe. Close other programs and install Dangol anew with its installer; until then a copy of the version before can be opened here.</source>
        <translation>가게 자료는 안전해요. 다른 프로그램을 닫고 설치 파일로 단골을 다시 설치해 주세요. 그때까지는 여기서 이전 버전의 사본을 열 수 있어요.</translation>
    </message>
</context>
<context>
    <name>FirstImport</name>
    <message>
        <source>Choose your file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>Press this button and choose your list, in Excel or as csv. You can also drop the file on the window.</source>
        <translation>이 버튼을 누르고 엑셀이나 csv로 된 명단을 고르세요. 파일을 창에 끌어다 놓아도 돼요.</translation>
    </message>
    <message>
        <source>Go to the contacts: the button to import is there.</source>
        <translation>고객 화면으로 가세요. 가져오기 버튼이 거기에 있어요.</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>열마다 무엇인지 보기</translation>
    </message>
    <message>
        <source>Each line is a column of your file. Look at “Goes to” and change what is wrong. Green bars mean that Dangol is sure.</source>
        <translation>한 줄이 파일의 열 하나예요. ‘넣을 곳’을 보고 틀린 것만 바꾸세요. 막대가 초록색이면 확실하다는 뜻이에요.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>가져오면 이렇게 돼요</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Here you see how many would be new, updated or doubtful; a click on a number shows its rows.</source>
        <translation>아직 아무것도 저장하지 않았어요. 새로 들어올 고객, 업데이트할 고객, 확인할 고객이 몇 명인지 보여요. 숫자를 누르면 그 행이 나와요.</translation>
    </message>
    <message>
        <source>One row, as it would be</source>
        <translation>한 행 미리 보기</translation>
    </message>
    <message>
        <source>The preview shows a row of your file as the contact it becomes. The arrows lead to the next one.</source>
        <translation>파일의 한 행이 어떤 고객이 되는지 보여요. 화살표를 누르면 다음 행으로 가요.</translation>
    </message>
    <message>
        <source>Rows that need you</source>
        <translation>확인할 행</translation>
    </message>
    <message>
        <source>Some rows have a problem or may be somebody you have. Press this button to see them.</source>
        <translation>문제가 있거나 이미 있는 고객일 수 있는 행이 있어요. 이 버튼을 누르면 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Mend and decide</source>
        <translation>고치고 정하기</translation>
    </message>
    <message>
        <source>Type over a cell that is wrong; your file stays as it is. The buttons above decide about the chosen row. You may also leave it all.</source>
        <translation>틀린 셀에 바로 입력하세요. 원래 파일은 바뀌지 않아요. 고른 행은 위쪽 버튼으로 정해요. 그대로 두고 넘어가도 돼요.</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Press this button. You can take it back afterwards.</source>
        <translation>이 버튼을 누르세요. 가져온 뒤에도 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>While the rows are counted or come in, this waits. If the import was closed, press Back.</source>
        <translation>행을 세거나 가져오는 동안 기다려요. 가져오기를 닫았다면 ‘뒤로’를 누르세요.</translation>
    </message>
    <message>
        <source>Not what you wanted?</source>
        <translation>생각과 다른가요?</translation>
    </message>
    <message>
        <source>This takes the whole import back, now or later. All imports stay in the menu behind the shop&apos;s name.</source>
        <translation>가져온 것을 한 번에 되돌려요. 나중에 해도 돼요. 모든 가져오기는 가게 이름 메뉴에 남아 있어요.</translation>
    </message>
    <message>
        <source>The file is being read. If the import was closed, press Back.</source>
        <translation>파일을 읽고 있어요. 가져오기를 닫았다면 ‘뒤로’를 누르세요.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>No date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>그 뒤</translation>
    </message>
    <message>
        <source>{amount} won so far</source>
        <translation>지금까지 {amount} 성사</translation>
    </message>
    <message>
        <source>{amount} repeats</source>
        <translation>반복 거래 {amount}</translation>
    </message>
    <message>
        <source>{amount} not known yet</source>
        <translation>새로 생길 거래 {amount}</translation>
    </message>
    <message>
        <source>Season {span}</source>
        <translation>계절 {span}</translation>
    </message>
    <message>
        <source>8 times out of 10 between {low} and {high}, most likely {likely}.</source>
        <translation>열 번 중 여덟 번은 {low}에서 {high} 사이, 가장 그럴듯한 금액은 {likely}이에요.</translation>
    </message>
    <message>
        <source>Sales, deals apart, by the season {low} – {high}.</source>
        <translation>거래를 뺀 계절 판매는 {low}–{high}이에요.</translation>
    </message>
    <message>
        <source>Deals {value}, weighted by their chance {weighted}.</source>
        <translation>거래 {value}, 가능성을 셈한 금액 {weighted}.</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>금액 없음</translation>
    </message>
    <message>
        <source>{n}%, quiet for long</source>
        <translation>{n}%, 오래 조용함</translation>
    </message>
    <message>
        <source>1 deal in {currency}</source>
        <translation>{currency} 거래 1건</translation>
    </message>
    <message>
        <source>{n} deals in {currency}</source>
        <translation>{currency} 거래 {n}건</translation>
    </message>
    <message>
        <source>{n} deals without a value</source>
        <translation>금액 없는 거래 {n}건</translation>
    </message>
    <message>
        <source>1 deal without a value</source>
        <translation>금액 없는 거래 1건</translation>
    </message>
    <message>
        <source>Not in the sums: {what}</source>
        <translation>합계에 없음: {what}</translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>Forecast</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>All open deals: the filters do not count here</source>
        <translation>진행 중인 거래 전부예요. 필터는 여기에 적용되지 않아요</translation>
    </message>
    <message>
        <source>Nothing to forecast yet</source>
        <translation>아직 예측할 것이 없어요</translation>
    </message>
    <message>
        <source>Deals with a value and an expected day stand here in the month they close.</source>
        <translation>금액과 예정일이 있는 거래가 끝날 달에 놓여요.</translation>
    </message>
    <message>
        <source>The forecast cannot be read</source>
        <translation>예측을 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>How good the forecast is will be told here once a month is over.</source>
        <translation>한 달이 지나면 예측이 얼마나 맞았는지 여기서 알려 드려요.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>FullPage</name>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>목록으로 돌아가기</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>전체 고객</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Language and look. Each choice holds at once.</source>
        <translation>언어와 화면 모양이에요. 고르면 바로 바뀌어요.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Rows grow with their text.</source>
        <translation>줄 높이도 글자에 맞춰 커져요.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>Day {n} of {m}</source>
        <translation>{m}일 중 {n}일째</translation>
    </message>
    <message>
        <source>Begins {day}</source>
        <translation>{day} 시작</translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation>{day} 끝남</translation>
    </message>
    <message>
        <source>of {target}</source>
        <translation>/ {target}</translation>
    </message>
    <message>
        <source>{n}% reached</source>
        <translation>{n}% 달성</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Best day: {best}</source>
        <translation>가장 많은 날: {best}</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Change the goal</source>
        <translation>목표 바꾸기</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>새 목표</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Choose a product from the list.</source>
        <translation>목록에서 상품을 골라 주세요.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>날짜 고르기</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>무엇을</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>누구의</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Nothing is known of last year yet.</source>
        <translation>아직 작년 기록이 없어요.</translation>
    </message>
    <message>
        <source>Take {target}</source>
        <translation>{target} 쓰기</translation>
    </message>
    <message>
        <source>last year {value}</source>
        <translation>작년 {value}</translation>
    </message>
    <message>
        <source>the time before {value}</source>
        <translation>지난 기간 {value}</translation>
    </message>
</context>
<context>
    <name>GoalsPage</name>
    <message>
        <source>Goals</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Also those that are over</source>
        <translation>지난 목표도 보기</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>새 목표</translation>
    </message>
    <message>
        <source>What the month is to bring</source>
        <translation>이달에 이룰 것</translation>
    </message>
    <message>
        <source>Set a goal for sales, new customers or won deals: each day tells how far it is and what is still needed.</source>
        <translation>매출, 새 고객, 성사한 거래에 목표를 세워요. 날마다 얼마나 왔고 무엇이 더 필요한지 알려 줘요.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>Goods</name>
    <message>
        <source>What is sold</source>
        <translation>판매하는 상품</translation>
    </message>
    <message>
        <source>Plus and minus change how many, % takes something off, Delete takes it out.</source>
        <translation>더하기와 빼기로 개수를 바꾸고, %로 할인하고, Delete로 빼요.</translation>
    </message>
    <message>
        <source>Add it as a product</source>
        <translation>상품으로 추가</translation>
    </message>
    <message>
        <source>It has no price of its own: type it behind the name.</source>
        <translation>정해진 가격이 없는 상품이에요. 이름 뒤에 가격을 써 주세요.</translation>
    </message>
    <message>
        <source>No product has the code {code}.</source>
        <translation>코드가 {code}인 상품이 없어요.</translation>
    </message>
    <message>
        <source>An amount below zero cannot be sold. -5000 or -10% takes something off.</source>
        <translation>0보다 작은 금액은 팔 수 없어요. 할인하려면 -5000이나 -10%로 써 주세요.</translation>
    </message>
    <message>
        <source>No product is called “{text}”.</source>
        <translation>“{text}” 상품이 없어요.</translation>
    </message>
    <message>
        <source>Nothing is in the sale yet that it could be taken off.</source>
        <translation>아직 담은 상품이 없어서 할인할 수 없어요.</translation>
    </message>
    <message>
        <source>No more can be taken off than it costs.</source>
        <translation>값보다 많이 할인할 수 없어요.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Less {amount}</source>
        <translation>할인 {amount}</translation>
    </message>
    <message>
        <source>Tax on top {amount}</source>
        <translation>부가세 {amount}</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>all of these</source>
        <translation>모두 해당</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>하나라도 해당</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>모두 해당 안 함</translation>
    </message>
    <message>
        <source>How these conditions belong together</source>
        <translation>조건을 묶는 방법</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>조건 추가</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>묶음 추가</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>이 묶음 지우기</translation>
    </message>
    <message>
        <source>Everybody to whom applies</source>
        <translation>다음에 해당하는 고객</translation>
    </message>
    <message>
        <source>Group of</source>
        <translation>묶음</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>Risk of leaving: {level}</source>
        <translation>이탈 위험: {level}</translation>
    </message>
    <message>
        <source>The next visit is expected around {day}.</source>
        <translation>다음 방문은 {day} 무렵으로 예상돼요.</translation>
    </message>
    <message>
        <source>The next visit was expected around {day}.</source>
        <translation>다음 방문은 {day} 무렵으로 예상했어요.</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>{day} 기준</translation>
    </message>
    <message>
        <source>Buys about {n}% here of what they need in a year</source>
        <translation>한 해 필요한 것의 약 {n}%를 여기서 사요</translation>
    </message>
    <message>
        <source>They told: {amount} in all.</source>
        <translation>고객이 말한 금액: 모두 {amount}.</translation>
    </message>
    <message>
        <source>Seen elsewhere too: {amount} in all.</source>
        <translation>다른 곳에서 산 것까지: 모두 {amount}.</translation>
    </message>
    <message>
        <source>Assumed: as much as your best customers buy, {amount}.</source>
        <translation>짐작: 가장 많이 사는 고객만큼, {amount}.</translation>
    </message>
    <message>
        <source>Room for {amount} more.</source>
        <translation>{amount} 더 늘 수 있어요.</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span} 전</translation>
    </message>
    <message>
        <source>{amount} a visit</source>
        <translation>방문당 {amount}</translation>
    </message>
    <message>
        <source>How recently</source>
        <translation>얼마나 최근에</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>얼마나 자주</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>얼마나 많이</translation>
    </message>
    <message>
        <source>Next 12 months</source>
        <translation>앞으로 1년</translation>
    </message>
    <message>
        <source>before cost</source>
        <translation>원가 빼기 전</translation>
    </message>
    <message>
        <source>on your {n}% margin</source>
        <translation>마진 {n}% 기준</translation>
    </message>
    <message>
        <source>8 of 10 such customers end between {low} and {high}.</source>
        <translation>이런 고객 10명 중 8명은 {low}에서 {high} 사이예요.</translation>
    </message>
    <message>
        <source>Visits: {days}.</source>
        <translation>방문: {days}.</translation>
    </message>
    <message>
        <source>Expected: {day}.</source>
        <translation>예상: {day}.</translation>
    </message>
    <message>
        <source>Score {n} of {most}</source>
        <translation>{most}점 중 {n}점</translation>
    </message>
    <message>
        <source>Cannot be told yet</source>
        <translation>아직 알 수 없어요</translation>
    </message>
    <message>
        <source>{low}–{high}</source>
        <translation>{low}~{high}</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Why this number?</source>
        <translation>이 숫자의 근거</translation>
    </message>
    <message>
        <source>Not enough purchases yet</source>
        <translation>아직 구매 기록이 부족해요</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>최근 방문</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help on this page</source>
        <translation>이 화면 도움말</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>도움말 검색</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>도움말 쪽</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Show me step by step</source>
        <translation>한 단계씩 따라 하기</translation>
    </message>
    <message>
        <source>No page has these words</source>
        <translation>이 말이 있는 도움말이 없어요</translation>
    </message>
    <message>
        <source>Try one word, or a part of it.</source>
        <translation>낱말 하나나 그 일부로 찾아보세요.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>검색 지우기</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Help: {page}</source>
        <translation>도움말: {page}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>What was done</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>바뀐 내용</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>History of a contact</source>
        <translation>고객별 기록 찾기</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>한 사람</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>사장님</translation>
    </message>
    <message>
        <source>About: {name}</source>
        <translation>고객: {name}</translation>
    </message>
    <message>
        <source>Who: {name}</source>
        <translation>한 사람: {name}</translation>
    </message>
    <message>
        <source>Nothing was done here</source>
        <translation>여기에는 아무 일도 없었어요</translation>
    </message>
    <message>
        <source>What is shown is narrowed down. Without that there may be more.</source>
        <translation>일부만 보고 있어요. 조건을 빼면 더 있을 수 있어요.</translation>
    </message>
    <message>
        <source>1 action</source>
        <translation>1건</translation>
    </message>
    <message>
        <source>{n} actions</source>
        <translation>{n}건</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>아직 아무 일도 없었어요</translation>
    </message>
    <message>
        <source>What is done in this shop stands here, and can be undone from here.</source>
        <translation>이 가게에서 한 일이 여기에 남고, 여기에서 되돌릴 수 있어요.</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Overdue tasks</source>
        <translation>밀린 할 일</translation>
    </message>
    <message>
        <source>Move to today</source>
        <translation>오늘로 옮기기</translation>
    </message>
    <message>
        <source>They answered</source>
        <translation>답이 왔어요</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>왔어요</translation>
    </message>
    <message>
        <source>They did not come</source>
        <translation>안 왔어요</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>미루기</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>날짜 고르기</translation>
    </message>
    <message>
        <source>Log what happened</source>
        <translation>기록하기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>할 일 열기</translation>
    </message>
    <message>
        <source>Open the sale</source>
        <translation>판매 열기</translation>
    </message>
    <message>
        <source>Promised to be in touch</source>
        <translation>연락하기로 한 고객</translation>
    </message>
    <message>
        <source>Worth a call today</source>
        <translation>오늘 연락할 고객</translation>
    </message>
    <message>
        <source>{amount} at stake</source>
        <translation>{amount} 걸림</translation>
    </message>
    <message>
        <source>Not here for {length}</source>
        <translation>{length}째 오지 않음</translation>
    </message>
    <message>
        <source>About {amount} of the next 12 months is at stake.</source>
        <translation>앞으로 1년 동안 약 {amount}이 걸려 있어요.</translation>
    </message>
    <message>
        <source>Win back</source>
        <translation>다시 모시기</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Not in touch for {length}, wanted: {wish}</source>
        <translation>{length}째 연락 없음, 원하는 간격 {wish}</translation>
    </message>
    <message>
        <source>Out of touch</source>
        <translation>연락이 뜸한 고객</translation>
    </message>
    <message>
        <source>turns {n}</source>
        <translation>{n}세</translation>
    </message>
    <message>
        <source>Birthdays this week</source>
        <translation>이번 주 생일</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>결제 기록</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Owed for long</source>
        <translation>오래된 미수금</translation>
    </message>
    <message>
        <source>Passes running out</source>
        <translation>곧 끝나는 선불권</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>{amount} 남음</translation>
    </message>
    <message>
        <source>1 use left</source>
        <translation>1회 남음</translation>
    </message>
    <message>
        <source>{n} uses left</source>
        <translation>{n}회 남음</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>Log a greeting</source>
        <translation>축하 기록</translation>
    </message>
    <message>
        <source>Open the contact</source>
        <translation>고객 열기</translation>
    </message>
    <message>
        <source>{what} (undone)</source>
        <translation>{what} (되돌림)</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>최근 활동</translation>
    </message>
    <message>
        <source>Open history</source>
        <translation>기록 열기</translation>
    </message>
    <message>
        <source>1 sale</source>
        <translation>판매 1건</translation>
    </message>
    <message>
        <source>{n} sales</source>
        <translation>판매 {n}건</translation>
    </message>
    <message>
        <source>1 new contact</source>
        <translation>새 고객 1명</translation>
    </message>
    <message>
        <source>{n} new contacts</source>
        <translation>새 고객 {n}명</translation>
    </message>
    <message>
        <source>1 talk</source>
        <translation>연락 1번</translation>
    </message>
    <message>
        <source>{n} talks</source>
        <translation>연락 {n}번</translation>
    </message>
    <message>
        <source>1 task done</source>
        <translation>끝낸 할 일 1개</translation>
    </message>
    <message>
        <source>{n} tasks done</source>
        <translation>끝낸 할 일 {n}개</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>좋은 아침이에요, {name} 님</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>좋은 아침이에요</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>안녕하세요, {name} 님</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>안녕하세요</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>좋은 저녁이에요, {name} 님</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>좋은 저녁이에요</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>밀린 할 일이 없어요.</translation>
    </message>
    <message>
        <source>No task for today.</source>
        <translation>오늘 할 일도 없어요.</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>Every {n} days</source>
        <translation>{n}일마다</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>매주</translation>
    </message>
    <message>
        <source>Every {n} weeks</source>
        <translation>{n}주마다</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>매달</translation>
    </message>
    <message>
        <source>Every {n} months</source>
        <translation>{n}달마다</translation>
    </message>
    <message>
        <source>{rhythm}, now {length}</source>
        <translation>{rhythm}, 지금 {length}째</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1주</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n}주</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>한 달</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n}달</translation>
    </message>
    <message>
        <source>1 task today.</source>
        <translation>오늘 할 일이 1개 있어요.</translation>
    </message>
    <message>
        <source>{n} tasks today.</source>
        <translation>오늘 할 일이 {n}개 있어요.</translation>
    </message>
    <message>
        <source>1 task is late</source>
        <translation>밀린 할 일 1개</translation>
    </message>
    <message>
        <source>{n} tasks are late</source>
        <translation>밀린 할 일 {n}개</translation>
    </message>
    <message>
        <source>1 deal is going quiet</source>
        <translation>소식 없는 거래 1건</translation>
    </message>
    <message>
        <source>{n} deals are going quiet</source>
        <translation>소식 없는 거래 {n}건</translation>
    </message>
    <message>
        <source>1 is for today</source>
        <translation>오늘 할 일 1개</translation>
    </message>
    <message>
        <source>{n} are for today</source>
        <translation>오늘 할 일 {n}개</translation>
    </message>
    <message>
        <source>1 customer has not come for longer than usual</source>
        <translation>평소보다 오래 오지 않은 고객 1명</translation>
    </message>
    <message>
        <source>{n} customers have not come for longer than usual</source>
        <translation>평소보다 오래 오지 않은 고객 {n}명</translation>
    </message>
    <message>
        <source>{told}.</source>
        <translation>{told} 있어요.</translation>
    </message>
    <message>
        <source>{first} and {second}.</source>
        <translation>{first}, {second} 있어요.</translation>
    </message>
    <message>
        <source>Enquiries waiting</source>
        <translation>답을 기다리는 문의</translation>
    </message>
    <message>
        <source>Deals going quiet</source>
        <translation>소식이 끊긴 거래</translation>
    </message>
    <message>
        <source>waiting for {length}</source>
        <translation>{length}째 기다림</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답했음</translation>
    </message>
    <message>
        <source>Make a deal of it</source>
        <translation>거래로 만들기</translation>
    </message>
    <message>
        <source>Open the enquiry</source>
        <translation>문의 열기</translation>
    </message>
    <message>
        <source>no next step</source>
        <translation>다음 할 일 없음</translation>
    </message>
    <message>
        <source>no answer for {length}</source>
        <translation>{length}째 소식 없음</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Plan the next step</source>
        <translation>다음 할 일 정하기</translation>
    </message>
    <message>
        <source>Open the deal</source>
        <translation>거래 열기</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n}시간</translation>
    </message>
    <message>
        <source>{amount} ahead of plan</source>
        <translation>계획보다 {amount} 앞섬</translation>
    </message>
    <message>
        <source>{amount} behind plan</source>
        <translation>계획보다 {amount} 뒤짐</translation>
    </message>
    <message>
        <source>Day {n} of {count}</source>
        <translation>{count}일 중 {n}일째</translation>
    </message>
    <message>
        <source>of {amount}</source>
        <translation>/ {amount}</translation>
    </message>
    <message>
        <source>{n}% reached</source>
        <translation>{n}% 달성</translation>
    </message>
    <message>
        <source>{title}: {reached} {target}.</source>
        <translation>{title}: {reached} {target}.</translation>
    </message>
    <message>
        <source>Sales yesterday</source>
        <translation>어제 매출</translation>
    </message>
    <message>
        <source>Open deals, weighted</source>
        <translation>진행 중인 거래(확률 반영)</translation>
    </message>
    <message>
        <source>Needed a day</source>
        <translation>하루에 필요</translation>
    </message>
    <message>
        <source>Last year by this day</source>
        <translation>작년 같은 날까지</translation>
    </message>
    <message>
        <source>Goal for {month}</source>
        <translation>{month} 목표</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>Today sheet</source>
        <translation>오늘 할 일표</translation>
    </message>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Reading what the day brings</source>
        <translation>오늘 할 일을 읽고 있어요</translation>
    </message>
    <message>
        <source>The day cannot be read</source>
        <translation>오늘 할 일을 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>판매</translation>
    </message>
</context>
<context>
    <name>HomeParts</name>
    <message>
        <source>Today sheet</source>
        <translation>오늘 할 일표</translation>
    </message>
</context>
<context>
    <name>HourField</name>
    <message>
        <source>Hour</source>
        <translation>시각</translation>
    </message>
</context>
<context>
    <name>ImportHistoryPage</name>
    <message>
        <source>Imports</source>
        <translation>가져온 기록</translation>
    </message>
    <message>
        <source>Rows of the import</source>
        <translation>가져온 행</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>이 가져오기 되돌리기</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>아직 가져온 것이 없어요</translation>
    </message>
    <message>
        <source>Each import is kept here with its rows, and can be undone.</source>
        <translation>가져온 기록이 행까지 남고, 언제든 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>엑셀 파일 가져오기</translation>
    </message>
    <message>
        <source>New contacts</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Updated contacts</source>
        <translation>업데이트한 고객</translation>
    </message>
    <message>
        <source>Nothing new in them</source>
        <translation>새로운 내용 없음</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Could not be imported</source>
        <translation>가져오지 못함</translation>
    </message>
</context>
<context>
    <name>ImportedRowsModel</name>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>들어 있는 내용</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>InboxModel</name>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누구</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>문의 내용</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 때</translation>
    </message>
    <message>
        <source>An answer is due {when}</source>
        <translation>{when}까지 답변해야 해요</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>새 고객</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Enquiries</source>
        <translation>문의</translation>
    </message>
    <message>
        <source>Search enquiries</source>
        <translation>문의 검색</translation>
    </message>
    <message>
        <source>Which enquiries</source>
        <translation>문의 상태</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Enter opens · A answered · P person · D deal · X spam · C close</source>
        <translation>Enter 열기 · A 답변함 · P 고객 · D 거래 · X 스팸 · C 종료</translation>
    </message>
    <message>
        <source>Nobody waits for an answer</source>
        <translation>답변을 기다리는 문의가 없어요</translation>
    </message>
    <message>
        <source>Write down who asks for what, by phone or at the counter, and nobody is forgotten. The file of a web form comes in by itself.</source>
        <translation>전화나 매장에서 누가 무엇을 물었는지 적어 두면 아무도 잊지 않아요. 웹 양식은 파일로 가져와요.</translation>
    </message>
    <message>
        <source>New enquiry</source>
        <translation>새 문의</translation>
    </message>
    <message>
        <source>No enquiry fits</source>
        <translation>맞는 문의가 없어요</translation>
    </message>
    <message>
        <source>Show all that wait</source>
        <translation>기다리는 문의 모두 보기</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변함</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>스팸</translation>
    </message>
    <message>
        <source>Channel: {names}</source>
        <translation>경로: {names}</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Import a spreadsheet</source>
        <translation>엑셀 파일 가져오기</translation>
    </message>
    <message>
        <source>Spreadsheets and text ({kinds})</source>
        <translation>엑셀과 텍스트 ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Copy rows in your spreadsheet first, with the line of the column names</source>
        <translation>먼저 엑셀에서 열 이름이 있는 줄까지 복사해 주세요</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>{file} 가져오는 중</translation>
    </message>
    <message>
        <source>The file has changed. This is what it says now; nothing was imported.</source>
        <translation>파일이 바뀌었어요. 지금 내용은 이래요. 아무것도 가져오지 않았어요.</translation>
    </message>
    <message>
        <source>Your contacts have changed. Look again; nothing was imported.</source>
        <translation>고객 목록이 바뀌었어요. 다시 확인해 주세요. 아무것도 가져오지 않았어요.</translation>
    </message>
</context>
<context>
    <name>Interval</name>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1주</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n}주</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1개월</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n}개월</translation>
    </message>
    <message>
        <source>{ideal}, at most {most}</source>
        <translation>{ideal}마다, 최대 {most}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>주</translation>
    </message>
    <message>
        <source>months</source>
        <translation>개월</translation>
    </message>
    <message>
        <source>{what}: days, weeks or months</source>
        <translation>{what}: 일, 주, 개월</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>{what}, {done} of {total}</source>
        <translation>{what}, {total}개 중 {done}개</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>That is the shop that is open.</source>
        <translation>지금 열려 있는 가게예요.</translation>
    </message>
    <message>
        <source>Nothing in the damaged file can be read any more.</source>
        <translation>손상된 파일에서 읽을 수 있는 것이 남아 있지 않아요.</translation>
    </message>
    <message>
        <source>The damaged file is kept as “{file}”.</source>
        <translation>손상된 파일은 “{file}”로 보관했어요.</translation>
    </message>
    <message>
        <source>Dangol was updated.</source>
        <translation>단골을 업데이트했어요.</translation>
    </message>
    <message>
        <source>The new version did not start on this PC: the one before is back.</source>
        <translation>새 버전이 이 PC에서 시작되지 않아 이전 버전으로 돌아왔어요.</translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>Undo what has not changed since?</source>
        <translation>그 뒤로 바뀌지 않은 것만 되돌릴까요?</translation>
    </message>
    <message>
        <source>This stays as it is:</source>
        <translation>그대로 두는 것:</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… 외 {n}건</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Undo the rest</source>
        <translation>나머지 되돌리기</translation>
    </message>
    <message>
        <source>An entry</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>{contact}: is no longer there</source>
        <translation>{contact}: 이제 없어요</translation>
    </message>
    <message>
        <source>{contact}: later entries need it</source>
        <translation>{contact}: 뒤에 적은 것에 필요해요</translation>
    </message>
    <message>
        <source>{contact}: has changed since</source>
        <translation>{contact}: 그 뒤로 바뀌었어요</translation>
    </message>
    <message>
        <source>{contact}, {field}: has been cleared since</source>
        <translation>{contact}, {field}: 그 뒤로 지웠어요</translation>
    </message>
    <message>
        <source>{contact}, {field}: is {now} since then</source>
        <translation>{contact}, {field}: 지금은 {now}</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>In the list of contacts</source>
        <translation>고객 목록에서</translation>
    </message>
    <message>
        <source>In the list of sales</source>
        <translation>판매 목록에서</translation>
    </message>
    <message>
        <source>On the board of deals</source>
        <translation>거래 보드에서</translation>
    </message>
    <message>
        <source>In the forecast</source>
        <translation>예측 보기에서</translation>
    </message>
    <message>
        <source>On the page of a deal</source>
        <translation>거래 화면에서</translation>
    </message>
    <message>
        <source>On a quote or another paper</source>
        <translation>견적서 같은 서류에서</translation>
    </message>
    <message>
        <source>In the inbox of enquiries</source>
        <translation>문의 목록에서</translation>
    </message>
    <message>
        <source>In the list of tasks</source>
        <translation>할 일 목록에서</translation>
    </message>
    <message>
        <source>In the calendar</source>
        <translation>달력에서</translation>
    </message>
    <message>
        <source>On somebody on Home</source>
        <translation>홈의 고객에서</translation>
    </message>
    <message>
        <source>Search in this page</source>
        <translation>이 화면에서 검색</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Next part of the window, or the one before</source>
        <translation>창의 다음 부분, 이전 부분</translation>
    </message>
    <message>
        <source>Fold or unfold the details</source>
        <translation>상세 패널 접기·펼치기</translation>
    </message>
    <message>
        <source>Close, cancel, clear the search</source>
        <translation>닫기, 취소, 검색 지우기</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>이 목록</translation>
    </message>
    <message>
        <source>Open the selected contact</source>
        <translation>선택한 고객 열기</translation>
    </message>
    <message>
        <source>Check the selected contact</source>
        <translation>선택한 고객 체크</translation>
    </message>
    <message>
        <source>Edit the name</source>
        <translation>이름 고치기</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>통화 기록하기</translation>
    </message>
    <message>
        <source>Put a tag on</source>
        <translation>태그 붙이기</translation>
    </message>
    <message>
        <source>Relate somebody</source>
        <translation>관계 추가</translation>
    </message>
    <message>
        <source>Record a sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>Use a prepaid pass</source>
        <translation>선불권 사용</translation>
    </message>
    <message>
        <source>Take the step that is offered</source>
        <translation>제안된 단계를 할 일로</translation>
    </message>
    <message>
        <source>Save what is being written</source>
        <translation>쓰던 것 저장하기</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation>결제 받기</translation>
    </message>
    <message>
        <source>Give back all or some of it</source>
        <translation>전부나 일부 환불</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Change the sale</source>
        <translation>판매 고치기</translation>
    </message>
    <message>
        <source>Delivery and card</source>
        <translation>배송과 카드</translation>
    </message>
    <message>
        <source>Open the deal</source>
        <translation>거래 열기</translation>
    </message>
    <message>
        <source>Take the deal, and drop it</source>
        <translation>거래를 집고 내려놓기</translation>
    </message>
    <message>
        <source>Carry it to another stage</source>
        <translation>다른 단계로 옮기기</translation>
    </message>
    <message>
        <source>To won, lost and later below</source>
        <translation>아래의 성사, 무산, 나중에로</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>무산</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Add a next step</source>
        <translation>다음 단계 추가</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>견적서</translation>
    </message>
    <message>
        <source>Edit the deal</source>
        <translation>거래 수정</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Carry it to another month</source>
        <translation>다른 달로 옮기기</translation>
    </message>
    <message>
        <source>Change the deal</source>
        <translation>거래 바꾸기</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>새 견적서</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>관계자 추가</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변함</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>누구인지 정하기</translation>
    </message>
    <message>
        <source>Make a deal of it</source>
        <translation>거래 만들기</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>스팸</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Done, or not done yet</source>
        <translation>완료, 또는 완료 취소</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>미루기</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>다른 날로</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>답을 기다리기</translation>
    </message>
    <message>
        <source>They came to the appointment</source>
        <translation>예약에 오셨어요</translation>
    </message>
    <message>
        <source>They did not come</source>
        <translation>안 오셨어요</translation>
    </message>
    <message>
        <source>Add the step a plan offers</source>
        <translation>할 일 순서의 다음 단계 추가</translation>
    </message>
    <message>
        <source>Leave that step out</source>
        <translation>그 단계 건너뛰기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>앞뒤로 넘기기</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>오늘로 가기</translation>
    </message>
    <message>
        <source>Something new on that day</source>
        <translation>그날에 새로 추가</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Make it longer or shorter</source>
        <translation>늘리거나 줄이기</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화하기</translation>
    </message>
    <message>
        <source>Log what happened</source>
        <translation>있었던 일 적기</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>LaterDialog</name>
    <message>
        <source>Later: {title}</source>
        <translation>나중에: {title}</translation>
    </message>
    <message>
        <source>Hide until then</source>
        <translation>그날까지 숨기기</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Choose a day to come</source>
        <translation>앞으로 올 날을 골라 주세요</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Part of the program</source>
        <translation>프로그램의 구성 요소</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Made with the work of others</source>
        <translation>함께 쓰인 다른 이들의 작업</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Item</source>
        <translation>품목</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>규격</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>단가</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>줄 더하기</translation>
    </message>
    <message>
        <source>{field} of line {n}</source>
        <translation>{n}번째 줄 {field}</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>줄 빼기</translation>
    </message>
</context>
<context>
    <name>ListBuilder</name>
    <message>
        <source>Edit list</source>
        <translation>목록 편집</translation>
    </message>
    <message>
        <source>New smart list</source>
        <translation>새 스마트 목록</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>목록 이름</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>색 자동</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>자두색</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>호박색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Persimmon</source>
        <translation>감색</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>In the navigation</source>
        <translation>탐색 막대에 보이기</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>나만 보기</translation>
    </message>
    <message>
        <source>This list is frozen: it keeps who was in it. Save it as a new list to have it follow changes again.</source>
        <translation>고정한 목록이라 그때 고객이 그대로 있어요. 다시 바뀌게 하려면 새 목록으로 저장해 주세요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save as a new list</source>
        <translation>새 목록으로 저장</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>목록 저장</translation>
    </message>
    <message>
        <source>Ctrl+] puts a condition into a group, Ctrl+[ takes it out.</source>
        <translation>Ctrl+]로 조건을 묶고 Ctrl+[로 풀어요.</translation>
    </message>
    <message>
        <source>1 contact now</source>
        <translation>지금 고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts now</source>
        <translation>지금 고객 {n}명</translation>
    </message>
    <message>
        <source>{names} …</source>
        <translation>{names} …</translation>
    </message>
    <message>
        <source>The list needs a name.</source>
        <translation>목록 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>A condition is not finished.</source>
        <translation>아직 다 정하지 않은 조건이 있어요.</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search contacts</source>
        <translation>고객 검색</translation>
    </message>
    <message>
        <source>Save as list</source>
        <translation>목록으로 저장</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n}명 선택됨</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>아직 고객이 없어요</translation>
    </message>
    <message>
        <source>Bring the customer list you have: drop an Excel or csv file here.</source>
        <translation>가지고 있는 고객 명단을 가져오세요. 엑셀이나 csv 파일을 여기에 끌어다 놓으면 돼요.</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>엑셀 파일 가져오기</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Nobody fits “{text}”</source>
        <translation>“{text}”에 맞는 고객이 없어요</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>검색 지우기</translation>
    </message>
    <message>
        <source>Try part of a name, initial consonants or the last digits of a phone.</source>
        <translation>이름의 일부나 초성, 전화번호 뒷자리로 찾아보세요.</translation>
    </message>
    <message>
        <source>Take one filter away, or look in all {n} contacts.</source>
        <translation>필터를 하나 빼거나 전체 {n}명에서 찾아 보세요.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Remove “{filter}”</source>
        <translation>“{filter}” 빼기</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>This backup is locked</source>
        <translation>잠긴 백업이에요</translation>
    </message>
    <message>
        <source>Dangol is locked</source>
        <translation>단골이 잠겨 있어요</translation>
    </message>
    <message>
        <source>This shop is locked</source>
        <translation>잠긴 가게예요</translation>
    </message>
    <message>
        <source>Type the password it has on the other PC.</source>
        <translation>다른 PC에서 쓰던 암호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>It was made under another password. Type that one.</source>
        <translation>다른 암호로 만든 백업이에요. 그때의 암호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>PIN을 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type the password of the shop.</source>
        <translation>가게 암호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>입력 내용 보기</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>잠금 풀기</translation>
    </message>
    <message>
        <source>Use the password instead</source>
        <translation>암호로 풀기</translation>
    </message>
    <message>
        <source>Use a PIN instead</source>
        <translation>PIN으로 풀기</translation>
    </message>
    <message>
        <source>Open another shop…</source>
        <translation>다른 가게 열기…</translation>
    </message>
    <message>
        <source>Back to the shop</source>
        <translation>가게로 돌아가기</translation>
    </message>
    <message>
        <source>Again in 1 second</source>
        <translation>1초 뒤에 다시</translation>
    </message>
    <message>
        <source>Again in {n} seconds</source>
        <translation>{n}초 뒤에 다시</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock이 켜져 있어요.</translation>
    </message>
    <message>
        <source>This is Hangul: check the Hangul key (한/영).</source>
        <translation>한글로 입력되고 있어요. 한/영 키를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>확인하는 중</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>That is not the password.</source>
        <translation>암호가 맞지 않아요.</translation>
    </message>
    <message>
        <source>Encrypting files</source>
        <translation>파일 암호화 중</translation>
    </message>
    <message>
        <source>Give the shop a password first.</source>
        <translation>먼저 가게 암호를 정해 주세요.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Type the password of the shop.</source>
        <translation>PIN을 여러 번 틀렸어요. 가게 암호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>That is nobody&apos;s PIN.</source>
        <translation>맞는 PIN이 아니에요.</translation>
    </message>
    <message>
        <source>Encrypting the shop</source>
        <translation>가게 암호화 중</translation>
    </message>
    <message>
        <source>Removing the password</source>
        <translation>암호 없애는 중</translation>
    </message>
    <message>
        <source>Stopped. The shop is as it was.</source>
        <translation>멈췄어요. 가게는 그대로예요.</translation>
    </message>
</context>
<context>
    <name>LogControls</name>
    <message>
        <source>What happened</source>
        <translation>연락 종류</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Who began</source>
        <translation>누가 먼저 연락했는지</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>LookAlikeNotes</name>
    <message>
        <source>Same phone: {name}</source>
        <translation>같은 전화: {name}</translation>
    </message>
    <message>
        <source>Same e-mail: {name}</source>
        <translation>같은 메일: {name}</translation>
    </message>
    <message>
        <source>Same name: {name}</source>
        <translation>같은 이름: {name}</translation>
    </message>
    <message>
        <source>Names differ by one letter: {name}</source>
        <translation>이름이 한 글자 달라요: {name}</translation>
    </message>
    <message>
        <source>Like name: {name}</source>
        <translation>비슷한 이름: {name}</translation>
    </message>
    <message>
        <source>Open this contact</source>
        <translation>이 고객 열기</translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message>
        <source>Lost: {title}</source>
        <translation>무산: {title}</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>무산</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>이유 고르기</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Choose a reason: it shows later why deals are lost</source>
        <translation>이유를 골라 주세요. 거래가 무산되는 까닭을 나중에 볼 수 있어요</translation>
    </message>
    <message>
        <source>Say in the note what it was</source>
        <translation>무엇이었는지 메모에 적어 주세요</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go to {page}</source>
        <translation>{page} 화면으로 이동</translation>
    </message>
</context>
<context>
    <name>MatchMenu</name>
    <message>
        <source>Save this match…</source>
        <translation>이 맞춤 저장…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Name of the match</source>
        <translation>맞춤 이름</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>글자 크기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a &amp;copied table</source>
        <translation>복사한 표 가져오기(&amp;C)</translation>
    </message>
    <message>
        <source>I&amp;mports until now</source>
        <translation>지금까지의 가져오기(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open another shop…</source>
        <translation>다른 가게 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export contacts…</source>
        <translation>고객 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>지금 백업(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Restore backup…</source>
        <translation>백업 복원(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>인쇄(&amp;P)…</translation>
    </message>
    <message>
        <source>Mo&amp;nthly report…</source>
        <translation>월간 보고서(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quick log…</source>
        <translation>빠른 기록(&amp;Q)…</translation>
    </message>
    <message>
        <source>Quick &amp;sale…</source>
        <translation>빠른 판매(&amp;S)…</translation>
    </message>
    <message>
        <source>New &amp;task…</source>
        <translation>새 할 일(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Products</source>
        <translation>상품(&amp;P)</translation>
    </message>
    <message>
        <source>Task p&amp;lans</source>
        <translation>할 일 순서(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Goals</source>
        <translation>목표(&amp;G)</translation>
    </message>
    <message>
        <source>T&amp;eam</source>
        <translation>직원(&amp;E)</translation>
    </message>
    <message>
        <source>Edit the conditions of the &amp;list…</source>
        <translation>목록 조건 편집(&amp;L)…</translation>
    </message>
    <message>
        <source>Edit all in this &amp;list…</source>
        <translation>이 목록 모두 고치기(&amp;L)…</translation>
    </message>
    <message>
        <source>Tidy &amp;round</source>
        <translation>고객 정돈(&amp;R)</translation>
    </message>
    <message>
        <source>Bring &amp;stages up to date</source>
        <translation>단계 새로 정리(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>앞으로(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>기록(&amp;H)</translation>
    </message>
    <message>
        <source>Possible &amp;duplicates</source>
        <translation>중복 가능성(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Trash</source>
        <translation>휴지통(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>지금 잠그기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Fold navigation</source>
        <translation>탐색 메뉴 접기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search or jump to…</source>
        <translation>검색 또는 이동(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>이 화면 도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Show me the first &amp;import</source>
        <translation>첫 가져오기 따라 하기(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Dangol</source>
        <translation>단골 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>MergeManyDialog</name>
    <message>
        <source>Merge 1 pair?</source>
        <translation>1쌍을 합칠까요?</translation>
    </message>
    <message>
        <source>Merge {n} pairs?</source>
        <translation>{n}쌍을 합칠까요?</translation>
    </message>
    <message>
        <source>The older contact of each pair stays. Its empty fields are filled, everything else is kept. One undo takes all of it back.</source>
        <translation>쌍마다 먼저 등록된 고객이 남아요. 빈칸은 채우고 나머지는 모두 그대로 남겨요. 한 번에 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>{other} into {name}</source>
        <translation>{other} → {name}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>외 {n}쌍</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
</context>
<context>
    <name>MethodButtons</name>
    <message>
        <source>Part</source>
        <translation>일부</translation>
    </message>
</context>
<context>
    <name>MonthDocument</name>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
</context>
<context>
    <name>Months</name>
    <message>
        <source>{title} is taken: arrows move it, Space drops it, Esc leaves it</source>
        <translation>{title} 들었음: 화살표로 옮기고, Space로 놓고, Esc로 그대로 두기</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없이</translation>
    </message>
    <message>
        <source>Move to {month}</source>
        <translation>{month}로 옮기기</translation>
    </message>
</context>
<context>
    <name>MovingSection</name>
    <message>
        <source>Another PC</source>
        <translation>다른 PC</translation>
    </message>
    <message>
        <source>One file takes the whole shop along: customers, sales, files, photos, past.</source>
        <translation>파일 하나로 가게를 통째로 옮겨요. 고객, 판매, 파일, 사진, 기록까지요.</translation>
    </message>
    <message>
        <source>Make the file…</source>
        <translation>파일 만들기…</translation>
    </message>
    <message>
        <source>Move to another PC</source>
        <translation>다른 PC로 옮기기</translation>
    </message>
    <message>
        <source>Put it on a USB stick. A shop with a password stays locked in it.</source>
        <translation>USB에 담으세요. 암호가 걸린 가게는 파일 안에서도 잠겨 있어요.</translation>
    </message>
    <message>
        <source>Choose its file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>I come from another PC</source>
        <translation>다른 PC에서 왔어요</translation>
    </message>
    <message>
        <source>What is in Dangol on this PC now is saved as a backup first.</source>
        <translation>지금 이 PC의 단골에 있는 것은 먼저 백업해 둬요.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>Writing the file for another PC</source>
        <translation>다른 PC로 옮길 파일 쓰기</translation>
    </message>
    <message>
        <source>“{file}” is written and checked: {size}, number &lt;b&gt;{number}&lt;/b&gt;.</source>
        <translation>“{file}” 파일을 쓰고 확인했어요. 크기 {size}, 확인 번호 &lt;b&gt;{number}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>1. Copy it to the other PC, install Dangol there and start it.</source>
        <translation>1. 파일을 다른 PC에 복사하고, 그 PC에 단골을 설치해 시작하세요.</translation>
    </message>
    <message>
        <source>2. Choose “I come from another PC” and this file. It shows the same number.</source>
        <translation>2. “다른 PC에서 왔어요”를 누르고 이 파일을 고르세요. 같은 번호가 보여요.</translation>
    </message>
    <message>
        <source>3. Go on working there alone: what you type on this PC from now on does not follow. Keep this PC as it is for a week, then remove Dangol and its data here, and the file on the stick.</source>
        <translation>3. 이제 그 PC에서만 일하세요. 이 PC에 지금부터 입력하는 것은 따라가지 않아요. 일주일은 이 PC를 그대로 두었다가, 이 PC의 단골과 데이터, USB의 파일을 지우세요.</translation>
    </message>
    <message>
        <source>Shops for another PC (*.dangol)</source>
        <translation>다른 PC로 옮길 가게 (*.dangol)</translation>
    </message>
    <message>
        <source>Files of Dangol (*.dangol *.db)</source>
        <translation>단골 파일 (*.dangol *.db)</translation>
    </message>
</context>
<context>
    <name>Nav</name>
    <message>
        <source>Navigation</source>
        <translation>탐색 메뉴</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>우리 가게</translation>
    </message>
    <message>
        <source>Shop menu</source>
        <translation>가게 메뉴</translation>
    </message>
    <message>
        <source>Search or jump to</source>
        <translation>검색 또는 이동</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>주인</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>직원</translation>
    </message>
    <message>
        <source>Looks only</source>
        <translation>보기만</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>내 이름</translation>
    </message>
</context>
<context>
    <name>NeedDialog</name>
    <message>
        <source>What they spend on such things in a year</source>
        <translation>한 해 동안 이런 것에 쓰는 돈</translation>
    </message>
    <message>
        <source>Here and elsewhere together. Empty: not told.</source>
        <translation>여기와 다른 곳을 모두 합쳐서요. 비우면 듣지 못한 거예요.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>NewContactDialog</name>
    <message>
        <source>New contact</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>고객 종류</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Bouquet, wedding</source>
        <translation>꽃다발, 웨딩</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>A name or a phone is enough. Ctrl+Enter saves.</source>
        <translation>이름이나 전화번호 하나면 돼요. Ctrl+Enter로 저장해요.</translation>
    </message>
    <message>
        <source>Add anyway</source>
        <translation>그래도 추가</translation>
    </message>
</context>
<context>
    <name>NewEnquiryLine</name>
    <message>
        <source>How it came</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Phone, name or e-mail</source>
        <translation>전화, 이름 또는 이메일</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>누가 물었나요?</translation>
    </message>
    <message>
        <source>What do they want?</source>
        <translation>무엇을 원하나요?</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>Nobody known yet: a new person</source>
        <translation>아직 모르는 사람: 새 고객</translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation>{name} 님이에요</translation>
    </message>
    <message>
        <source>May be {names}; P says who it is</source>
        <translation>{names} 님일 수 있어요. P로 정해요</translation>
    </message>
</context>
<context>
    <name>NextContact</name>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Done ({key})</source>
        <translation>완료 ({key})</translation>
    </message>
    <message>
        <source>Next: {when}</source>
        <translation>다음: {when}</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>완료: {what}</translation>
    </message>
</context>
<context>
    <name>NextSection</name>
    <message>
        <source>Next contact</source>
        <translation>다음 연락</translation>
    </message>
    <message>
        <source>Plan the next contact</source>
        <translation>다음 연락 정하기</translation>
    </message>
    <message>
        <source>When, and what about: Sat 3 PM delivery</source>
        <translation>언제, 무슨 일로: 토요일 3시 배송</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>정하기</translation>
    </message>
</context>
<context>
    <name>NextTaskSection</name>
    <message>
        <source>Tasks</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>할 일 추가</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Look at it</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>처리함</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>There is nothing to tell</source>
        <translation>알릴 것이 없어요</translation>
    </message>
    <message>
        <source>What happens by itself, as files of a watched folder coming in, is told here.</source>
        <translation>자동 가져오기 폴더에서 파일이 들어오는 것처럼 저절로 일어난 일을 여기서 알려요.</translation>
    </message>
</context>
<context>
    <name>OpenDeal</name>
    <message>
        <source>Enter opens the deal</source>
        <translation>Enter로 거래 열기</translation>
    </message>
    <message>
        <source>{time} here, waiting too long</source>
        <translation>이 단계 {time}, 너무 오래 대기</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>다음 할 일 없음</translation>
    </message>
</context>
<context>
    <name>OpenToAllDialog</name>
    <message>
        <source>Export sales</source>
        <translation>판매 내보내기</translation>
    </message>
    <message>
        <source>The shop has a password, but this file has none: anybody can read it.</source>
        <translation>가게는 암호로 잠겨 있지만 이 파일은 누구나 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>저장할 곳 고르기</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>New contacts</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Update of contacts you have</source>
        <translation>이미 있는 고객 갱신</translation>
    </message>
    <message>
        <source>Possible duplicates, you decide next</source>
        <translation>중복일 수 있음, 다음 단계에서 결정</translation>
    </message>
    <message>
        <source>Rows with problems</source>
        <translation>문제가 있는 행</translation>
    </message>
    <message>
        <source>Nothing new in them</source>
        <translation>달라진 것 없음</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>가져오면 이렇게 돼요</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n}행</translation>
    </message>
    <message>
        <source>1 sale</source>
        <translation>판매 1건</translation>
    </message>
    <message>
        <source>{n} sales</source>
        <translation>판매 {n}건</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing is saved yet.&lt;/b&gt; After the import one click takes it back. Your file is not changed.</source>
        <translation>&lt;b&gt;아직 아무것도 저장하지 않았어요.&lt;/b&gt; 가져온 뒤에도 한 번에 되돌릴 수 있어요. 원래 파일은 바뀌지 않아요.</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Backing up</source>
        <translation>백업하는 중</translation>
    </message>
</context>
<context>
    <name>OwedView</name>
    <message>
        <source>Who owes what</source>
        <translation>외상 현황</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>결제 받기</translation>
    </message>
    <message>
        <source>Nobody owes anything</source>
        <translation>외상이 없어요</translation>
    </message>
    <message>
        <source>What is sold and not paid at once stands here, with how old it is.</source>
        <translation>바로 결제하지 않은 판매가 얼마나 오래됐는지와 함께 여기에 보여요.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>To 30 days</source>
        <translation>30일까지</translation>
    </message>
    <message>
        <source>31 to 60</source>
        <translation>31~60일</translation>
    </message>
    <message>
        <source>61 to 90</source>
        <translation>61~90일</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>90일 넘음</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>{amount} is owed in all</source>
        <translation>외상 모두 {amount}</translation>
    </message>
    <message>
        <source>{amount} of it for more than 90 days</source>
        <translation>그중 90일 넘음 {amount}</translation>
    </message>
    <message>
        <source>1 customer</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} customers</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Show the sales</source>
        <translation>판매 보기</translation>
    </message>
</context>
<context>
    <name>OwnerRow</name>
    <message>
        <source>Owner of the shop</source>
        <translation>사장님</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Low rows</source>
        <translation>낮은 줄</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{total}명 중 {found}명</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>이전 쪽</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>{m}쪽 중 {n}쪽</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>쪽 전체</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Search or jump to</source>
        <translation>검색 또는 이동</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>Type &lt;b&gt;&amp;gt;&lt;/b&gt; for commands, &lt;b&gt;#&lt;/b&gt; for tags</source>
        <translation>명령은 &lt;b&gt;&amp;gt;&lt;/b&gt;, 태그는 &lt;b&gt;#&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Tab shows actions</source>
        <translation>Tab을 누르면 할 수 있는 일이 나와요</translation>
    </message>
</context>
<context>
    <name>PaletteLines</name>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Call {phone}</source>
        <translation>{phone} 전화하기</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>통화 기록</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>태그 붙이기</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>{name} 님과</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 것이 없어요</translation>
    </message>
    <message>
        <source>Try part of a name, initial consonants or the last digits of a phone.</source>
        <translation>이름 일부, 초성, 전화번호 뒷자리로 찾아보세요.</translation>
    </message>
    <message>
        <source>by initial consonants</source>
        <translation>초성</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>in a note</source>
        <translation>메모에서</translation>
    </message>
    <message>
        <source>by company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>고객 번호</translation>
    </message>
    <message>
        <source>note, {name}</source>
        <translation>메모, {name}</translation>
    </message>
</context>
<context>
    <name>PartsSection</name>
    <message>
        <source>Put together from</source>
        <translation>합친 고객</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>다시 나누기</translation>
    </message>
    <message>
        <source>Split {name} again</source>
        <translation>{name} 다시 나누기</translation>
    </message>
</context>
<context>
    <name>PartyDialog</name>
    <message>
        <source>Who</source>
        <translation>누구</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>관계자 추가</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Choose who is meant</source>
        <translation>누구인지 골라 주세요</translation>
    </message>
</context>
<context>
    <name>PassDialog</name>
    <message>
        <source>Change the pass</source>
        <translation>선불권 고치기</translation>
    </message>
    <message>
        <source>Add a prepaid pass</source>
        <translation>선불권 추가</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>How many are left</source>
        <translation>남은 횟수</translation>
    </message>
    <message>
        <source>How much is left</source>
        <translation>남은 금액</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Show what I type</source>
        <translation>입력 내용 보기</translation>
    </message>
    <message>
        <source>Encrypt the backups that are there as well</source>
        <translation>지금 있는 백업도 암호화하기</translation>
    </message>
    <message>
        <source>final</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Give the shop a password</source>
        <translation>가게 암호 정하기</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>암호 바꾸기</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>암호 없애기</translation>
    </message>
    <message>
        <source>Encrypt the shop</source>
        <translation>가게 암호화하기</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>지금 암호</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>새 암호</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>한 번 더</translation>
    </message>
    <message>
        <source>To show that you know this, type the word &lt;b&gt;{word}&lt;/b&gt; here.</source>
        <translation>이 점을 확인했다면 여기에 &lt;b&gt;{word}&lt;/b&gt;이라고 입력해 주세요.</translation>
    </message>
    <message>
        <source>Type the present password.</source>
        <translation>지금 암호를 입력해 주세요.</translation>
    </message>
    <message>
        <source>A password has at least {n} characters.</source>
        <translation>암호는 {n}자 이상이어야 해요.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>두 번 입력한 내용이 서로 달라요.</translation>
    </message>
    <message>
        <source>Type the word {word} to go on.</source>
        <translation>계속하려면 {word}이라고 입력해 주세요.</translation>
    </message>
    <message>
        <source>Whoever has the file, or this PC, can then read everything in it, and the files of contacts. Backups made until now keep their password.</source>
        <translation>이 파일이나 PC를 가진 누구나 내용과 고객 파일을 모두 읽을 수 있게 돼요. 지금까지 만든 백업의 암호는 그대로예요.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock이 켜져 있어요.</translation>
    </message>
    <message>
        <source>This is Hangul. Where the letters are hidden, many keyboards type Latin ones instead: then choose “Show what I type” to unlock the shop, too.</source>
        <translation>한글 암호예요. 글자를 가리면 영문으로 입력되는 PC가 많으니, 잠금을 풀 때도 ‘입력 내용 보기’를 켜고 입력해 주세요.</translation>
    </message>
    <message>
        <source>&lt;b&gt;A forgotten password is final.&lt;/b&gt; Nobody can open the shop or its backups without it: there is no second way in, not for us either. Write it down and keep it in a safe place.</source>
        <translation>&lt;b&gt;암호를 잊으면 되찾을 수 없어요.&lt;/b&gt; 암호 없이는 아무도 가게와 백업을 열 수 없고, 만든 사람도 마찬가지예요. 적어서 안전한 곳에 보관하세요.</translation>
    </message>
    <message>
        <source>That is not the present password.</source>
        <translation>지금 암호가 아니에요.</translation>
    </message>
</context>
<context>
    <name>PasswordSection</name>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Without a password, whoever has the file of the shop can read it.</source>
        <translation>암호가 없으면 가게 파일을 가진 누구나 내용을 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Set a password…</source>
        <translation>암호 정하기…</translation>
    </message>
    <message>
        <source>No password yet</source>
        <translation>아직 암호가 없어요</translation>
    </message>
    <message>
        <source>The shop, the files of its contacts and its backups are encrypted: without the password they say nothing.</source>
        <translation>가게와 고객 파일, 백업이 암호화되어 있어서 암호 없이는 아무것도 읽을 수 없어요.</translation>
    </message>
    <message>
        <source>With one, the shop and the files of its contacts are encrypted and open with it alone.</source>
        <translation>암호를 정하면 가게와 고객 파일을 암호화하고, 그 암호로만 열 수 있어요.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>암호 바꾸기</translation>
    </message>
    <message>
        <source>Backups made until now keep the one they have.</source>
        <translation>지금까지 만든 백업은 그때 암호 그대로예요.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>없애기…</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>암호 없애기</translation>
    </message>
    <message>
        <source>The file can then be read by anybody.</source>
        <translation>누구나 파일을 읽을 수 있게 돼요.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>지금 잠그기</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>창 잠그기</translation>
    </message>
    <message>
        <source>Ctrl+Alt+L does it anywhere.</source>
        <translation>어디서든 Ctrl+Alt+L로 잠글 수 있어요.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>자동으로 잠그기</translation>
    </message>
    <message>
        <source>When nobody has used Dangol for that long.</source>
        <translation>그동안 아무도 단골을 쓰지 않으면 잠겨요.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>After {n} minutes</source>
        <translation>{n}분 뒤</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>A PIN opens the locked window and tells who is at the desk. After five wrong ones, and at every start, the password is asked for.</source>
        <translation>PIN으로 잠긴 창을 풀면 누가 자리에 있는지도 바뀌어요. 다섯 번 틀리거나 새로 시작할 때는 암호를 물어봐요.</translation>
    </message>
    <message>
        <source>A forgotten password is final: nobody can open the shop without it. Tables you export, and a file of a contact while another program shows it, are not encrypted.</source>
        <translation>암호를 잊으면 끝이에요. 암호 없이는 아무도 가게를 열 수 없어요. 내보낸 표와, 다른 프로그램으로 보고 있는 고객 파일은 암호화되지 않아요.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>사장님</translation>
    </message>
    <message>
        <source>Change PIN…</source>
        <translation>PIN 바꾸기…</translation>
    </message>
    <message>
        <source>Set PIN…</source>
        <translation>PIN 정하기…</translation>
    </message>
    <message>
        <source>Remove the PIN of {who}</source>
        <translation>{who} PIN 없애기</translation>
    </message>
    <message>
        <source>Has a PIN</source>
        <translation>PIN 있음</translation>
    </message>
    <message>
        <source>No PIN</source>
        <translation>PIN 없음</translation>
    </message>
</context>
<context>
    <name>PayDialog</name>
    <message>
        <source>Take payment</source>
        <translation>결제 받기</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Payment of {name}</source>
        <translation>{name} 님 결제</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Paid until now</source>
        <translation>받은 금액</translation>
    </message>
    <message>
        <source>Add another way</source>
        <translation>다른 방법 더하기</translation>
    </message>
    <message>
        <source>Left to pay {amount}</source>
        <translation>남은 금액 {amount}</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Name, then Enter</source>
        <translation>이름 적고 Enter</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>고객 찾기</translation>
    </message>
    <message>
        <source>Chosen: {names}</source>
        <translation>고름: {names}</translation>
    </message>
    <message>
        <source>Who fits</source>
        <translation>찾은 고객</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>맞는 고객이 없어요</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>of {goal}</source>
        <translation>/ {goal}</translation>
    </message>
</context>
<context>
    <name>PeopleSearch</name>
    <message>
        <source>Name, initials or last four digits</source>
        <translation>이름, 초성 또는 뒷번호 네 자리</translation>
    </message>
    <message>
        <source>Contacts found</source>
        <translation>찾은 고객</translation>
    </message>
</context>
<context>
    <name>PeriodButton</name>
    <message>
        <source>Period: {days}</source>
        <translation>기간: {days}</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>이번 분기</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>다른 기간…</translation>
    </message>
    <message>
        <source>Compare with the days before</source>
        <translation>바로 앞 기간과 비교</translation>
    </message>
    <message>
        <source>Compare with last year</source>
        <translation>작년과 비교</translation>
    </message>
    <message>
        <source>Compare with nothing</source>
        <translation>비교하지 않기</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>{name} is new: added with the deal unless you choose somebody</source>
        <translation>{name} 님은 새 고객이에요. 다른 고객을 고르지 않으면 거래와 함께 추가돼요</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>PhotoAvatar</name>
    <message>
        <source>Choose a photo</source>
        <translation>사진 고르기</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>사진 붙여넣기</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>사진 지우기</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>사진 ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Photo, there is one</source>
        <translation>사진 있음</translation>
    </message>
    <message>
        <source>Photo, there is none</source>
        <translation>사진 없음</translation>
    </message>
    <message>
        <source>Drop or paste a photo here</source>
        <translation>여기에 사진을 끌어다 놓거나 붙여넣으세요</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN of {who}</source>
        <translation>{who} PIN</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN 정하기</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>숫자 4~8자리</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>한 번 더</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>PIN은 숫자 4~8자리예요.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>두 번 입력한 숫자가 서로 달라요.</translation>
    </message>
</context>
<context>
    <name>PipelineActs</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>단계 옮기기</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>무산</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Add a next step</source>
        <translation>다음 단계 추가</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>견적서</translation>
    </message>
    <message>
        <source>Edit the deal</source>
        <translation>거래 수정</translation>
    </message>
    <message>
        <source>Not closed yet</source>
        <translation>아직 진행 중</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
    </message>
</context>
<context>
    <name>PipelineFilters</name>
    <message>
        <source>1 waiting too long</source>
        <translation>오래 기다리는 거래 1건</translation>
    </message>
    <message>
        <source>{n} waiting too long</source>
        <translation>오래 기다리는 거래 {n}건</translation>
    </message>
    <message>
        <source>Search deals</source>
        <translation>거래 검색</translation>
    </message>
    <message>
        <source>Owner: everyone</source>
        <translation>담당: 모두</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Nothing has come from the customer for longer than the stage allows</source>
        <translation>단계에서 정한 날보다 오래 고객과 연락이 없어요</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>담당: {name}</translation>
    </message>
    <message>
        <source>Closing: {months}</source>
        <translation>마감: {months}</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>다음 할 일 없음</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>지남</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Won ones</source>
        <translation>성사된 거래</translation>
    </message>
    <message>
        <source>Lost ones</source>
        <translation>무산된 거래</translation>
    </message>
    <message>
        <source>Sort by {order}</source>
        <translation>{order} 순으로 정렬</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>담당 없음</translation>
    </message>
    <message>
        <source>Without a next step</source>
        <translation>다음 할 일 없음</translation>
    </message>
    <message>
        <source>Next step overdue</source>
        <translation>다음 할 일이 지남</translation>
    </message>
    <message>
        <source>Next step today</source>
        <translation>다음 할 일이 오늘</translation>
    </message>
    <message>
        <source>Put off until later</source>
        <translation>나중으로 미룬 거래</translation>
    </message>
</context>
<context>
    <name>PipelineMenu</name>
    <message>
        <source>Pipelines</source>
        <translation>거래 흐름</translation>
    </message>
    <message>
        <source>Edit the stages</source>
        <translation>단계 수정</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>새 거래 흐름</translation>
    </message>
    <message>
        <source>Retire this pipeline</source>
        <translation>이 거래 흐름 그만 쓰기</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>되살리기</translation>
    </message>
</context>
<context>
    <name>PipelinePage</name>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Another pipeline, or its stages</source>
        <translation>다른 거래 흐름이나 단계 고르기</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>새 거래</translation>
    </message>
    <message>
        <source>What goes through which steps here?</source>
        <translation>여기서는 어떤 일이 어떤 단계를 거치나요?</translation>
    </message>
    <message>
        <source>A pipeline has the stages a deal goes through. Take a ready-made one and change it as you like.</source>
        <translation>거래 흐름은 거래가 거치는 단계를 담아요. 준비된 것을 골라 마음대로 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>Choose a pipeline</source>
        <translation>거래 흐름 고르기</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>보드</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Enquiries</source>
        <translation>문의</translation>
    </message>
    <message>
        <source>New enquiry</source>
        <translation>새 문의</translation>
    </message>
    <message>
        <source>1 deal</source>
        <translation>거래 1건</translation>
    </message>
    <message>
        <source>{n} deals</source>
        <translation>거래 {n}건</translation>
    </message>
    <message>
        <source>{n} of {all} deals</source>
        <translation>거래 {all}건 중 {n}건</translation>
    </message>
    <message>
        <source>weighted {amount}</source>
        <translation>가중 {amount}</translation>
    </message>
    <message>
        <source>Weighted: each value times its chance to be won</source>
        <translation>가중 금액: 금액에 성사 가능성을 곱한 값</translation>
    </message>
</context>
<context>
    <name>PipelineSpans</name>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>This month and the two after</source>
        <translation>이번 달부터 세 달</translation>
    </message>
    <message>
        <source>The next six months</source>
        <translation>앞으로 여섯 달</translation>
    </message>
    <message>
        <source>Should have closed by now</source>
        <translation>마감이 지난 것</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>언제나</translation>
    </message>
    <message>
        <source>late</source>
        <translation>지남</translation>
    </message>
</context>
<context>
    <name>PipelineWords</name>
    <message>
        <source>Next step</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Closing date</source>
        <translation>마감일</translation>
    </message>
    <message>
        <source>Waiting longest</source>
        <translation>오래 기다린 순</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>직접 정한 순서</translation>
    </message>
    <message>
        <source>From {amount}</source>
        <translation>{amount} 이상</translation>
    </message>
    <message>
        <source>Up to {amount}</source>
        <translation>{amount} 이하</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>금액 없음</translation>
    </message>
    <message>
        <source>{n} more in {currency}, not in the sum</source>
        <translation>{currency} 거래 {n}건은 합계에 없음</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>다음 할 일 없음</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>내일</translation>
    </message>
    <message>
        <source>waiting too long, {days}</source>
        <translation>오래 기다림, {days}</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Change the plan</source>
        <translation>할 일 순서 바꾸기</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>새 할 일 순서</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Days count</source>
        <translation>날짜 세기</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Step {n} is not whole yet.</source>
        <translation>{n}단계에 빠진 것이 있어요.</translation>
    </message>
    <message>
        <source>A plan needs at least one step.</source>
        <translation>단계가 하나는 있어야 해요.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>It is under way once: that keeps the steps it began with.</source>
        <translation>지금 한 곳에서 진행 중이에요. 그쪽은 시작할 때의 단계를 그대로 따라요.</translation>
    </message>
    <message>
        <source>It is under way {n} times: those keep the steps they began with.</source>
        <translation>지금 {n}곳에서 진행 중이에요. 그쪽은 시작할 때의 단계를 그대로 따라요.</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan of the import</source>
        <translation>가져오기 계획</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>고객 가져오기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>열 맞추기</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>가져오기 취소</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Import 1 contact</source>
        <translation>고객 1명 가져오기</translation>
    </message>
    <message>
        <source>Import {n} contacts</source>
        <translation>고객 {n}명 가져오기</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>그래도 가져오기</translation>
    </message>
    <message>
        <source>Check 1 row</source>
        <translation>1행 확인</translation>
    </message>
    <message>
        <source>Check {n} rows</source>
        <translation>{n}행 확인</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>파일을 읽는 중</translation>
    </message>
    <message>
        <source>Choose the column that holds the name, a phone or an e-mail.</source>
        <translation>이름, 전화, 이메일이 들어 있는 열을 골라 주세요.</translation>
    </message>
    <message>
        <source>1 row has a problem. You can fix it in the next step.</source>
        <translation>1행에 문제가 있어요. 다음 단계에서 고칠 수 있어요.</translation>
    </message>
    <message>
        <source>{n} rows have problems. You can fix them in the next step.</source>
        <translation>{n}행에 문제가 있어요. 다음 단계에서 고칠 수 있어요.</translation>
    </message>
    <message>
        <source>This very file was imported before: {day}</source>
        <translation>전에 가져온 파일이에요: {day}</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>{long} after the step before</source>
        <translation>앞 단계 {long} 뒤</translation>
    </message>
    <message>
        <source>right after the step before</source>
        <translation>앞 단계를 끝내면 바로</translation>
    </message>
    <message>
        <source>{long} before the end</source>
        <translation>끝나기 {long} 전</translation>
    </message>
    <message>
        <source>{long} after the end</source>
        <translation>끝나고 {long} 뒤</translation>
    </message>
    <message>
        <source>on the last day</source>
        <translation>끝나는 날</translation>
    </message>
    <message>
        <source>{long} before the start</source>
        <translation>시작하기 {long} 전</translation>
    </message>
    <message>
        <source>{long} after the start</source>
        <translation>시작하고 {long} 뒤</translation>
    </message>
    <message>
        <source>on the first day</source>
        <translation>시작하는 날</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Task plans</source>
        <translation>할 일 순서</translation>
    </message>
    <message>
        <source>Back to tasks</source>
        <translation>할 일로 돌아가기</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>보여 줄 것</translation>
    </message>
    <message>
        <source>Also what is no longer offered</source>
        <translation>쓰지 않는 것도</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>새 할 일 순서</translation>
    </message>
    <message>
        <source>Steps that always come one after the other</source>
        <translation>늘 차례대로 하는 일</translation>
    </message>
    <message>
        <source>A plan makes the task of each step when the one before is done: after a first visit, for a wedding, for a regular who stays away.</source>
        <translation>앞 단계를 끝내면 다음 할 일이 생겨요. 첫 방문 뒤, 예식 준비, 뜸해진 단골처럼요.</translation>
    </message>
    <message>
        <source>Begin with three examples</source>
        <translation>예시 세 개로 시작</translation>
    </message>
    <message>
        <source>Nothing is under way</source>
        <translation>진행 중인 것이 없어요</translation>
    </message>
    <message>
        <source>Start a plan from the menu of a contact, or for all that are checked.</source>
        <translation>고객의 메뉴에서 시작하거나, 선택한 고객 모두에게 시작할 수 있어요.</translation>
    </message>
    <message>
        <source>Show the plans</source>
        <translation>순서 보기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Days count</source>
        <translation>날짜 세기</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>For</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>할 일 순서</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}개 중 {n}</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>다시 쓰기</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>그만 쓰기</translation>
    </message>
</context>
<context>
    <name>PlansSection</name>
    <message>
        <source>Task plans</source>
        <translation>할 일 순서</translation>
    </message>
    <message>
        <source>Start a plan</source>
        <translation>할 일 순서 시작</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}개 중 {n}</translation>
    </message>
    <message>
        <source>Stop {plan}</source>
        <translation>{plan} 그만두기</translation>
    </message>
    <message>
        <source>Next step: {step}</source>
        <translation>다음 단계: {step}</translation>
    </message>
    <message>
        <source>Make it a task</source>
        <translation>할 일로 만들기</translation>
    </message>
    <message>
        <source>Make it a task: {step}</source>
        <translation>할 일로 만들기: {step}</translation>
    </message>
    <message>
        <source>Make it a task  {key}</source>
        <translation>할 일로 만들기  {key}</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Leave it out: {step}</source>
        <translation>건너뛰기: {step}</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Put points right</source>
        <translation>포인트 고치기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>적립</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
</context>
<context>
    <name>PrepaidSection</name>
    <message>
        <source>Prepaid and points</source>
        <translation>선불권과 포인트</translation>
    </message>
    <message>
        <source>Add a prepaid pass</source>
        <translation>선불권 추가</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Use one  U</source>
        <translation>1회 사용  U</translation>
    </message>
    <message>
        <source>Use one of {name}</source>
        <translation>{name} 1회 사용</translation>
    </message>
    <message>
        <source>Use one</source>
        <translation>1회 사용</translation>
    </message>
    <message>
        <source>Take back the last use</source>
        <translation>마지막 사용 취소</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>없애기</translation>
    </message>
</context>
<context>
    <name>PreviewBox</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Row {n} of {total}</source>
        <translation>{total}행 중 {n}번째</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>이전 행</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>다음 행</translation>
    </message>
    <message>
        <source>New</source>
        <translation>신규</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>변화 없음</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>female</source>
        <translation>여</translation>
    </message>
    <message>
        <source>male</source>
        <translation>남</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>no</source>
        <translation>거부</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽고 있어요…</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>쪽을 나누고 있어요…</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>1 contact has no address and is left out.</source>
        <translation>주소가 없는 고객 1명은 빠져요.</translation>
    </message>
    <message>
        <source>{n} contacts have no address and are left out.</source>
        <translation>주소가 없는 고객 {n}명은 빠져요.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1쪽</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n}쪽</translation>
    </message>
    <message>
        <source>Making the pages, {done} of {total}</source>
        <translation>쪽을 만들고 있어요, {total}쪽 중 {done}쪽</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>쪽을 만들고 있어요</translation>
    </message>
</context>
<context>
    <name>PrintedCard</name>
    <message>
        <source>Birthday</source>
        <translation>생일</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>최근 연락</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>{name}, continued</source>
        <translation>{name} (이어서)</translation>
    </message>
    <message>
        <source>Older ones are in Dangol.</source>
        <translation>이전 활동은 단골에 있어요.</translation>
    </message>
    <message>
        <source>Last interactions</source>
        <translation>최근 활동</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>휴대폰</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>집</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>직장</translation>
    </message>
    <message>
        <source>Main line</source>
        <translation>대표 번호</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>팩스</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>메신저</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>만남</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>선물</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>불만</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>연락</translation>
    </message>
</context>
<context>
    <name>PrintedList</name>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>최근 연락</translation>
    </message>
</context>
<context>
    <name>PrintedPage</name>
    <message>
        <source>Page {n} of {m}</source>
        <translation>{n} / {m}쪽</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>Change the product</source>
        <translation>상품 고치기</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>새 상품</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Buyer gets a pass</source>
        <translation>선불권</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>바코드</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>원가</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>%, empty for the shop’s</source>
        <translation>%, 비우면 가게 기본</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>사용 기간</translation>
    </message>
    <message>
        <source>days, until it is bought again</source>
        <translation>일, 다시 살 때까지</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>days, empty for ever</source>
        <translation>일, 비우면 무기한</translation>
    </message>
</context>
<context>
    <name>ProductEntry</name>
    <message>
        <source>Product, code or amount; -10% takes off</source>
        <translation>상품, 코드, 금액 (-10%는 할인)</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>찾은 상품</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Products</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Back to sales</source>
        <translation>판매로 돌아가기</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>상품 검색</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Also what is no longer sold</source>
        <translation>판매 중지한 상품도 보기</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>새 상품</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>바코드</translation>
    </message>
    <message>
        <source>More</source>
        <translation>그 밖에</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>What do you sell?</source>
        <translation>무엇을 파시나요?</translation>
    </message>
    <message>
        <source>With its products a sale is recorded in a few keys. They also come along with an import of sales.</source>
        <translation>상품이 있으면 키 몇 번으로 판매를 기록해요. 판매 내역을 가져올 때 함께 들어오기도 해요.</translation>
    </message>
    <message>
        <source>No product fits</source>
        <translation>맞는 상품이 없어요</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>모든 상품 보기</translation>
    </message>
    <message>
        <source>1 product</source>
        <translation>상품 1개</translation>
    </message>
    <message>
        <source>{n} products</source>
        <translation>상품 {n}개</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>판매 중지</translation>
    </message>
    <message>
        <source>Pass of {n} uses</source>
        <translation>{n}회권</translation>
    </message>
    <message>
        <source>Pass worth {amount}</source>
        <translation>{amount}권</translation>
    </message>
    <message>
        <source>lasts {n} days</source>
        <translation>{n}일 사용</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Show its sales</source>
        <translation>판매 보기</translation>
    </message>
    <message>
        <source>Sell it again</source>
        <translation>다시 판매</translation>
    </message>
    <message>
        <source>Sell it no longer</source>
        <translation>판매 중지</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} 이름 바꾸기</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} 없애기</translation>
    </message>
    <message>
        <source>There is none yet</source>
        <translation>아직 없어요</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>분류 이름</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>통화 기록</translation>
    </message>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Open another shop</source>
        <translation>다른 가게 열기</translation>
    </message>
</context>
<context>
    <name>ProgrammeDialog</name>
    <message>
        <source>Change the programme</source>
        <translation>적립 고치기</translation>
    </message>
    <message>
        <source>New programme</source>
        <translation>새 적립</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>스탬프</translation>
    </message>
    <message>
        <source>For what is spent</source>
        <translation>금액에 따라</translation>
    </message>
    <message>
        <source>For a visit</source>
        <translation>방문마다</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>쌓는 기준</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>얼마나</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>기준 금액</translation>
    </message>
    <message>
        <source>One pays</source>
        <translation>1점의 값</translation>
    </message>
    <message>
        <source>to spend any</source>
        <translation>이상일 때 사용</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>days, empty for ever</source>
        <translation>일, 비우면 무기한</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>유효 기간</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>PropertyList</name>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>전화 추가</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Add another field</source>
        <translation>다른 항목 추가</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Make first</source>
        <translation>대표로 하기</translation>
    </message>
    <message>
        <source>Valid again</source>
        <translation>다시 쓰기</translation>
    </message>
    <message>
        <source>Not valid any more</source>
        <translation>더는 안 쓰는 이유</translation>
    </message>
    <message>
        <source>Another reason…</source>
        <translation>다른 이유…</translation>
    </message>
    <message>
        <source>Why is it not valid any more?</source>
        <translation>왜 더는 쓰지 않나요?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>PropertyRow</name>
    <message>
        <source>Enter changes it</source>
        <translation>Enter로 바꿔요</translation>
    </message>
</context>
<context>
    <name>PurchaseSection</name>
    <message>
        <source>Purchases</source>
        <translation>구매</translation>
    </message>
    <message>
        <source>Record sale, add a pass</source>
        <translation>판매 기록, 선불권 추가</translation>
    </message>
    <message>
        <source>Together with its people</source>
        <translation>소속 고객 합쳐 보기</translation>
    </message>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>Add a prepaid pass</source>
        <translation>선불권 추가</translation>
    </message>
    <message>
        <source>Put points right</source>
        <translation>포인트 고치기</translation>
    </message>
    <message>
        <source>Nothing was bought yet.</source>
        <translation>아직 산 것이 없어요.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12개월</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>자주 삼</translation>
    </message>
    <message>
        <source>In {code}</source>
        <translation>{code}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>결제 받기</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>{n}건 모두 보기</translation>
    </message>
</context>
<context>
    <name>Purchases</name>
    <message>
        <source>every {n} months</source>
        <translation>{n}개월마다</translation>
    </message>
    <message>
        <source>every {n} weeks</source>
        <translation>{n}주마다</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>{n}일마다</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>{amount} 남음</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>{n}회 남음</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>{day}에 끝남</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액 판매</translation>
    </message>
    <message>
        <source>{what} and {n} more</source>
        <translation>{what} 외 {n}</translation>
    </message>
    <message>
        <source>{n} visits</source>
        <translation>방문 {n}번</translation>
    </message>
</context>
<context>
    <name>QualitySection</name>
    <message>
        <source>Details: {n} of 100</source>
        <translation>완성도 {n}점</translation>
    </message>
    <message>
        <source>Tidy round over all contacts</source>
        <translation>전체 고객 정돈하기</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Fix: {what}</source>
        <translation>고치기: {what}</translation>
    </message>
    <message>
        <source>Neither phone nor mail</source>
        <translation>전화도 메일도 없음</translation>
    </message>
    <message>
        <source>A number stands for the name</source>
        <translation>이름 자리에 번호만 있음</translation>
    </message>
    <message>
        <source>A phone looks broken</source>
        <translation>전화번호가 이상함</translation>
    </message>
    <message>
        <source>May be in the book twice</source>
        <translation>두 번 등록된 것 같음</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>전화 없음</translation>
    </message>
    <message>
        <source>No phone that is still valid</source>
        <translation>쓸 수 있는 전화 없음</translation>
    </message>
    <message>
        <source>A phone stands in the name</source>
        <translation>이름에 전화번호가 들어 있음</translation>
    </message>
    <message>
        <source>A company stands in the name</source>
        <translation>이름에 회사가 들어 있음</translation>
    </message>
    <message>
        <source>A mail address looks broken</source>
        <translation>메일 주소가 이상함</translation>
    </message>
    <message>
        <source>No consent recorded</source>
        <translation>동의 기록 없음</translation>
    </message>
    <message>
        <source>Never contacted, source unknown</source>
        <translation>연락한 적 없고 유입 경로 모름</translation>
    </message>
    <message>
        <source>The birthday is incomplete</source>
        <translation>생일이 다 적혀 있지 않음</translation>
    </message>
    <message>
        <source>An address without postcode</source>
        <translation>우편번호 없는 주소</translation>
    </message>
</context>
<context>
    <name>QuickAdd</name>
    <message>
        <source>Add a task: call Minji tomorrow 3pm</source>
        <translation>할 일 추가: 내일 오후 3시 김민지 전화</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
    <message>
        <source>Who is meant?</source>
        <translation>누구를 말하나요?</translation>
    </message>
    <message>
        <source>At what hour?</source>
        <translation>몇 시인가요?</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>얼마나 자주인가요?</translation>
    </message>
    <message>
        <source>Which day is meant?</source>
        <translation>어느 날인가요?</translation>
    </message>
</context>
<context>
    <name>QuickLog</name>
    <message>
        <source>Log a contact</source>
        <translation>연락 기록</translation>
    </message>
    <message>
        <source>Contacts found</source>
        <translation>찾은 고객</translation>
    </message>
    <message>
        <source>Nobody fits that.</source>
        <translation>맞는 고객이 없어요.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>다른 고객 고르기</translation>
    </message>
    <message>
        <source>Who, what, when: Kim Minsu called, delivery Sat 3 PM</source>
        <translation>한 줄로: 김민수 전화 예약 토요일 3시</translation>
    </message>
    <message>
        <source>What was said (not needed)</source>
        <translation>나눈 이야기 (비워도 돼요)</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>나눈 이야기</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Who is meant? Choose by number.</source>
        <translation>누구인가요? 번호로 골라 주세요.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Next: {when}</source>
        <translation>다음: {when}</translation>
    </message>
    <message>
        <source>Only plan, log nothing</source>
        <translation>약속만 하고 기록하지 않기</translation>
    </message>
    <message>
        <source>Log and plan</source>
        <translation>기록하고 약속하기</translation>
    </message>
    <message>
        <source>It has been</source>
        <translation>지난 일</translation>
    </message>
    <message>
        <source>It is to come</source>
        <translation>앞으로 할 일</translation>
    </message>
    <message>
        <source>{this}, not {other}</source>
        <translation>{other} 아니고 {this}</translation>
    </message>
</context>
<context>
    <name>QuickSale</name>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>Change the sale</source>
        <translation>판매 고치기</translation>
    </message>
    <message>
        <source>What goes instead</source>
        <translation>바꿔 가는 상품</translation>
    </message>
    <message>
        <source>Delivery and card</source>
        <translation>배송과 카드</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>How it is paid</source>
        <translation>결제 방법</translation>
    </message>
</context>
<context>
    <name>QuoteActs</name>
    <message>
        <source>New quote</source>
        <translation>새 견적서</translation>
    </message>
    <message>
        <source>Quote {number}</source>
        <translation>견적서 {number}</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>As the deal’s contact is called</source>
        <translation>거래 고객의 이름</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>날짜 고르기</translation>
    </message>
    <message>
        <source>In the prices</source>
        <translation>가격에 포함</translation>
    </message>
    <message>
        <source>On top</source>
        <translation>별도</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>Type the day as 2026-05-16</source>
        <translation>날짜는 2026-05-16처럼 적어 주세요</translation>
    </message>
    <message>
        <source>Each line needs a name, a quantity and a price</source>
        <translation>줄마다 품목, 수량, 단가가 있어야 해요</translation>
    </message>
    <message>
        <source>For</source>
        <translation>받는 분</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>견적일</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 기간</translation>
    </message>
    <message>
        <source>Off the whole</source>
        <translation>전체 할인</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Without VAT {supply} · VAT {tax}</source>
        <translation>공급가액 {supply} · 부가세 {tax}</translation>
    </message>
</context>
<context>
    <name>QuoteParts</name>
    <message>
        <source>Save for Excel</source>
        <translation>엑셀로 저장</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>엑셀 통합 문서 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>‘{file}’ 파일로 저장했어요.</translation>
    </message>
</context>
<context>
    <name>QuoteSide</name>
    <message>
        <source>Version {n}, {state}, {total}</source>
        <translation>버전 {n}, {state}, {total}</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>보냄으로 표시</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>수락됨</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>새 버전</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>엑셀로 저장…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>종이의 언어</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>견적서</translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation>{day}까지 유효</translation>
    </message>
    <message>
        <source>The quote does not say yet: {parts}</source>
        <translation>견적서에 아직 없는 것: {parts}</translation>
    </message>
    <message>
        <source>Shop settings</source>
        <translation>가게 설정</translation>
    </message>
</context>
<context>
    <name>RailReports</name>
    <message>
        <source>Reports</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Change the report …</source>
        <translation>보고서 고치기 …</translation>
    </message>
    <message>
        <source>Remove the report</source>
        <translation>보고서 지우기</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Choose the first day</source>
        <translation>첫날 고르기</translation>
    </message>
    <message>
        <source>Choose the last day</source>
        <translation>마지막 날 고르기</translation>
    </message>
    <message>
        <source>From</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>To</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation>어느 기간을 볼까요?</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Type a day as 2026-05-16.</source>
        <translation>2026-05-16처럼 날짜를 적어 주세요.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>마지막 날이 첫날보다 앞서요.</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Sheet</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Line of the column names</source>
        <translation>열 이름이 있는 줄</translation>
    </message>
    <message>
        <source>Saved matches</source>
        <translation>저장한 맞춤</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”</source>
        <translation>‘{sheet}’ 시트</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n}행</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1열</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n}열</translation>
    </message>
    <message>
        <source>1 row left out</source>
        <translation>1행 제외됨</translation>
    </message>
    <message>
        <source>{n} rows left out</source>
        <translation>{n}행 제외됨</translation>
    </message>
    <message>
        <source>No column names</source>
        <translation>열 이름 없음</translation>
    </message>
    <message>
        <source>Names in line {n}</source>
        <translation>{n}번째 줄이 열 이름</translation>
    </message>
    <message>
        <source>above the column names</source>
        <translation>열 이름보다 위에 있어요</translation>
    </message>
    <message>
        <source>Line {n}: {reason}</source>
        <translation>{n}번째 줄: {reason}</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Why these two</source>
        <translation>왜 이 둘인가요</translation>
    </message>
    <message>
        <source>After merging</source>
        <translation>합친 뒤</translation>
    </message>
    <message>
        <source>You can split them again at any time.</source>
        <translation>언제든 다시 나눌 수 있어요.</translation>
    </message>
    <message>
        <source>{count} signs for it, {against} against</source>
        <translation>같다는 근거 {count}개, 다르다는 근거 {against}개</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>{name} 님</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Given back: {method}</source>
        <translation>돌려줌: {method}</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Cash receipt</source>
        <translation>현금영수증</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Tax in it</source>
        <translation>부가세 포함</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액 판매</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>receipt {number}</source>
        <translation>영수증 {number}</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>일마감 {day}</translation>
    </message>
</context>
<context>
    <name>RefuseDialog</name>
    <message>
        <source>Quote {number} was refused</source>
        <translation>견적서 {number} 거절</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
</context>
<context>
    <name>RefusedFile</name>
    <message>
        <source>Password, then Enter</source>
        <translation>암호를 쓰고 Enter</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>파일 암호</translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation>이 파일은 가져올 수 없어요</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>다른 파일 고르기</translation>
    </message>
</context>
<context>
    <name>RelationDialog</name>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>고객 구분</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Related to {name}</source>
        <translation>{name}의 관계</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누구</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>어떤 관계</translation>
    </message>
    <message>
        <source>Its name, as in &apos;Teacher&apos;</source>
        <translation>관계 이름 (예: 선생님)</translation>
    </message>
    <message>
        <source>From the other end, as in &apos;Pupil&apos;</source>
        <translation>반대쪽 이름 (예: 제자)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>직함</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작한 날</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>끝난 날</translation>
    </message>
    <message>
        <source>{name}: choose another</source>
        <translation>{name}: 다른 분 고르기</translation>
    </message>
    <message>
        <source>Name a relation…</source>
        <translation>관계 이름 짓기…</translation>
    </message>
    <message>
        <source>New contact “{name}”</source>
        <translation>새 고객 ‘{name}’</translation>
    </message>
</context>
<context>
    <name>RelationLine</name>
    <message>
        <source>Enter opens it, F2 edits, Del removes</source>
        <translation>Enter로 열고 F2로 고치고 Del로 지워요</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>페이지 열기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>맨 앞에 두기</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>이제 아님</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>RelationSection</name>
    <message>
        <source>Relate somebody</source>
        <translation>관계 추가</translation>
    </message>
    <message>
        <source>Related people</source>
        <translation>관련된 사람</translation>
    </message>
    <message>
        <source>People</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Family, a company, who sent them: put them here.</source>
        <translation>가족, 회사, 소개해 준 분을 여기에 적어 두세요.</translation>
    </message>
    <message>
        <source>Who belongs here? Put them here.</source>
        <translation>여기에 속한 분을 적어 두세요.</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>no longer since {day}</source>
        <translation>{day}부터 아님</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}부터</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>+{n}</source>
        <translation>+{n}</translation>
    </message>
</context>
<context>
    <name>ReminderList</name>
    <message>
        <source>Add a reminder</source>
        <translation>알림 추가</translation>
    </message>
    <message>
        <source>Remove: {reminder}</source>
        <translation>지우기: {reminder}</translation>
    </message>
    <message>
        <source>At another time…</source>
        <translation>다른 시각…</translation>
    </message>
    <message>
        <source>Remind when?</source>
        <translation>언제 알릴까요?</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>알리기</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>1 reminder while you were away</source>
        <translation>자리를 비운 동안 리마인더가 1개 있었어요</translation>
    </message>
    <message>
        <source>{n} reminders while you were away</source>
        <translation>자리를 비운 동안 리마인더가 {n}개 있었어요</translation>
    </message>
    <message>
        <source>1 reminder</source>
        <translation>리마인더 1개</translation>
    </message>
    <message>
        <source>{n} reminders</source>
        <translation>리마인더 {n}개</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>외 1개</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>외 {n}개</translation>
    </message>
</context>
<context>
    <name>RemindersSection</name>
    <message>
        <source>Reminders</source>
        <translation>리마인더</translation>
    </message>
    <message>
        <source>When something rings, and what this PC does for it.</source>
        <translation>무엇이 언제 울릴지, 이 PC가 무엇을 할지 정해요.</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>울리는 시간</translation>
    </message>
    <message>
        <source>Putting off</source>
        <translation>미루기</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>이 PC</translation>
    </message>
    <message>
        <source>Reminder of a task without an hour</source>
        <translation>시간이 없는 할 일의 리마인더</translation>
    </message>
    <message>
        <source>In the morning of its day.</source>
        <translation>그날 이 시간에 울려요.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>조용한 시간 시작</translation>
    </message>
    <message>
        <source>Nothing rings until the hour below. Left empty, it always rings.</source>
        <translation>아래 시간까지 울리지 않아요. 비워 두면 언제나 울려요.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>조용한 시간 끝</translation>
    </message>
    <message>
        <source>What rang meanwhile is told together.</source>
        <translation>그동안 울릴 것은 한 번에 알려 드려요.</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>아침</translation>
    </message>
    <message>
        <source>What is put off to another day comes back then.</source>
        <translation>다른 날로 미룬 할 일은 이 시간에 다시 나와요.</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>저녁</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>컴퓨터 켜질 때 시작</translation>
    </message>
    <message>
        <source>Go on in the tray</source>
        <translation>트레이에 남기기</translation>
    </message>
    <message>
        <source>Closing the window keeps the program there, and reminders go on.</source>
        <translation>창을 닫아도 트레이에 남아서 계속 알려 드려요.</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>첫 페이지</translation>
    </message>
    <message>
        <source>What is in front at the start.</source>
        <translation>시작할 때 먼저 보이는 쪽이에요.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>고객</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>A reminder</source>
        <translation>알림이 있어요</translation>
    </message>
    <message>
        <source>Unlock Dangol to see it.</source>
        <translation>단골 잠금을 풀면 볼 수 있어요.</translation>
    </message>
</context>
<context>
    <name>RemovableTag</name>
    <message>
        <source>Delete key takes the tag off</source>
        <translation>Delete 키로 태그를 떼요</translation>
    </message>
</context>
<context>
    <name>RepairSection</name>
    <message>
        <source>Check and repair</source>
        <translation>검사와 복구</translation>
    </message>
    <message>
        <source>When something looks wrong. Nothing here changes what you have typed.</source>
        <translation>무언가 이상해 보일 때 쓰세요. 입력한 내용은 바뀌지 않아요.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>지금 검사</translation>
    </message>
    <message>
        <source>Check the shop’s file</source>
        <translation>가게 파일 검사</translation>
    </message>
    <message>
        <source>Reads every page, every sum and the whole search index. You can go on working.</source>
        <translation>모든 페이지와 합계, 검색 색인을 읽어요. 그동안 계속 일해도 돼요.</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>평소처럼 시작</translation>
    </message>
    <message>
        <source>Start in safe mode</source>
        <translation>안전 모드로 시작</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>안전 모드</translation>
    </message>
    <message>
        <source>With the plain look, without watched folders and work in the background.</source>
        <translation>기본 모양으로, 지켜보는 폴더와 백그라운드 작업 없이 시작해요.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>What Dangol noted when something went wrong; no customers.</source>
        <translation>오류가 났을 때 단골이 적어 둔 것이에요. 고객 정보는 없어요.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>검사 중</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>복구 중</translation>
    </message>
    <message>
        <source>Repaired: everything is in order.</source>
        <translation>복구했어요. 모두 정상이에요.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>모두 정상이에요.</translation>
    </message>
    <message>
        <source>That cannot be computed anew. Restore a backup: Settings, Data and backups.</source>
        <translation>다시 계산할 수 없는 문제예요. 설정의 데이터와 백업에서 백업을 복원하세요.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
</context>
<context>
    <name>RepeatField</name>
    <message>
        <source>Every 3rd Friday, every 2 weeks until December</source>
        <translation>매월 셋째 금요일, 2주마다 12월까지</translation>
    </message>
    <message>
        <source>How often, in words</source>
        <translation>얼마나 자주인지 말로 쓰기</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>반복 안 함</translation>
    </message>
    <message>
        <source>In words…</source>
        <translation>말로 쓰기…</translation>
    </message>
</context>
<context>
    <name>ReportBoard</name>
    <message>
        <source>This could not be read. Your records are safe.</source>
        <translation>읽지 못했어요. 기록은 안전해요.</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>읽지 못했어요</translation>
    </message>
</context>
<context>
    <name>ReportBuilder</name>
    <message>
        <source>Change the report</source>
        <translation>보고서 고치기</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>새 보고서</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Give the report a name.</source>
        <translation>보고서 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>모든 고객</translation>
    </message>
    <message>
        <source>Show under My reports</source>
        <translation>‘내 보고서’에 보이기</translation>
    </message>
    <message>
        <source>Show in the list at the left</source>
        <translation>왼쪽 목록에 보이기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>무엇을 셀까요</translation>
    </message>
    <message>
        <source>By</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>And by</source>
        <translation>나눌 기준</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>보이는 모양</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>As it was chosen before</source>
        <translation>전에 고른 대로</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Choose something else under ‘And by’.</source>
        <translation>‘나눌 기준’에서 다른 것을 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>What is left out</source>
        <translation>빠진 것</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>보는 방법</translation>
    </message>
    <message>
        <source>Show {month}</source>
        <translation>{month} 보기</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>차트로 보기</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Show all rows…</source>
        <translation>모든 줄 보기…</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>그림으로 저장…</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>엑셀로 저장…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Change the report…</source>
        <translation>보고서 고치기…</translation>
    </message>
    <message>
        <source>Remove the report</source>
        <translation>보고서 지우기</translation>
    </message>
</context>
<context>
    <name>ReportFilters</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>직원</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>스마트 목록</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>ReportOut</name>
    <message>
        <source>Reports</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>엑셀 통합 문서 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save for Excel</source>
        <translation>엑셀로 저장</translation>
    </message>
    <message>
        <source>Text for Excel (*.csv)</source>
        <translation>엑셀용 텍스트 (*.csv)</translation>
    </message>
    <message>
        <source>Text for older Korean programs (*.csv)</source>
        <translation>예전 한국 프로그램용 텍스트, CP949 (*.csv)</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>텍스트로 저장</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>그림으로 저장</translation>
    </message>
    <message>
        <source>Saving the reports</source>
        <translation>보고서를 저장하는 중</translation>
    </message>
    <message>
        <source>Laying out the reports</source>
        <translation>보고서를 만드는 중</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>‘{file}’ 파일로 저장했어요.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>ReportParts</name>
    <message>
        <source>{tab} report</source>
        <translation>{tab} 보고서</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Save for Excel…</source>
        <translation>엑셀로 저장…</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Save for Excel</source>
        <translation>엑셀로 저장</translation>
    </message>
    <message>
        <source>New report…</source>
        <translation>새 보고서…</translation>
    </message>
    <message>
        <source>Monthly report…</source>
        <translation>월간 보고서…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Save for Excel…</source>
        <translation>엑셀로 저장…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>백업 복원</translation>
    </message>
    <message>
        <source>The shop becomes as it was then. What you have now is saved as a backup first, so you can always come back.</source>
        <translation>가게가 그때 내용으로 돌아가요. 지금 내용은 먼저 백업으로 저장하니 언제든 되돌아올 수 있어요.</translation>
    </message>
    <message>
        <source>Looking into it</source>
        <translation>내용을 보는 중</translation>
    </message>
    <message>
        <source>Keep what is there</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>보기만 하기</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Go back to this backup?</source>
        <translation>이 백업으로 돌아갈까요?</translation>
    </message>
    <message>
        <source>A shop without a name</source>
        <translation>이름 없는 가게</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>1 sale</source>
        <translation>판매 1건</translation>
    </message>
    <message>
        <source>{n} sales</source>
        <translation>판매 {n}건</translation>
    </message>
    <message>
        <source>Last change: {when}</source>
        <translation>마지막 변경: {when}</translation>
    </message>
    <message>
        <source>It is locked with a password of its own.</source>
        <translation>다른 암호가 걸려 있어요.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Result of the import</source>
        <translation>가져오기 결과</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>열 맞추기</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>1 contact came in</source>
        <translation>고객 1명을 가져왔어요</translation>
    </message>
    <message>
        <source>{n} contacts came in</source>
        <translation>고객 {n}명을 가져왔어요</translation>
    </message>
    <message>
        <source>New contacts</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Updated contacts</source>
        <translation>업데이트한 고객</translation>
    </message>
    <message>
        <source>Nothing new in them</source>
        <translation>새로운 내용 없음</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Could not be imported</source>
        <translation>가져오지 못함</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>가져오기 되돌리기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Rows of the import</source>
        <translation>가져온 행</translation>
    </message>
</context>
<context>
    <name>RoleStrip</name>
    <message>
        <source>Roles: {names}</source>
        <translation>역할: {names}</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>{role} (until {day})</source>
        <translation>{role} ({day}까지)</translation>
    </message>
</context>
<context>
    <name>RowHeader</name>
    <message>
        <source>Column headers</source>
        <translation>열 머리글</translation>
    </message>
</context>
<context>
    <name>RowLine</name>
    <message>
        <source>Enter opens it</source>
        <translation>Enter로 열기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>May be {names}</source>
        <translation>혹시 {names}</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Take the rule away</source>
        <translation>규칙 빼기</translation>
    </message>
    <message>
        <source>price, how much</source>
        <translation>가격, 얼마</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>인스타그램</translation>
    </message>
    <message>
        <source>from this amount</source>
        <translation>이 금액부터</translation>
    </message>
    <message>
        <source>within days</source>
        <translation>며칠 안</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일수</translation>
    </message>
    <message>
        <source>What it looks for</source>
        <translation>찾는 것</translation>
    </message>
</context>
<context>
    <name>RulesBox</name>
    <message>
        <source>How rows are taken</source>
        <translation>가져오는 방법</translation>
    </message>
    <message>
        <source>Add new people and update those you have</source>
        <translation>새 고객은 추가, 있는 고객은 업데이트</translation>
    </message>
    <message>
        <source>Add every row as a new contact</source>
        <translation>모든 행을 새 고객으로 추가</translation>
    </message>
    <message>
        <source>Only update contacts you have</source>
        <translation>있는 고객만 업데이트</translation>
    </message>
    <message>
        <source>Add new sales and update those you have</source>
        <translation>새 판매는 더하고 있는 판매는 고치기</translation>
    </message>
    <message>
        <source>Only add new sales</source>
        <translation>새 판매만 더하기</translation>
    </message>
    <message>
        <source>Only update sales you have</source>
        <translation>있는 판매만 고치기</translation>
    </message>
    <message>
        <source>Leave them out until I decide</source>
        <translation>정할 때까지 제외</translation>
    </message>
    <message>
        <source>Add them as new contacts</source>
        <translation>새 고객으로 추가</translation>
    </message>
    <message>
        <source>Update the contact that fits best</source>
        <translation>가장 비슷한 고객에 합치기</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>the same phone</source>
        <translation>같은 전화</translation>
    </message>
    <message>
        <source>the same e-mail</source>
        <translation>같은 이메일</translation>
    </message>
    <message>
        <source>the same name and birthday</source>
        <translation>같은 이름과 생일</translation>
    </message>
    <message>
        <source>the same customer number</source>
        <translation>같은 고객 번호</translation>
    </message>
    <message>
        <source>What to do with rows</source>
        <translation>행을 다루는 방법</translation>
    </message>
    <message>
        <source>A row is somebody you have by</source>
        <translation>이것이 같으면 있는 고객</translation>
    </message>
    <message>
        <source>A buyer is somebody you have by</source>
        <translation>구매자를 알아보는 기준</translation>
    </message>
    <message>
        <source>The file wins over what is there</source>
        <translation>파일 내용으로 바꾸기</translation>
    </message>
    <message>
        <source>New sales earn points</source>
        <translation>새 판매에 포인트 적립</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>중복일 수 있는 고객</translation>
    </message>
    <message>
        <source>Tag for everybody who comes in</source>
        <translation>가져온 고객 모두에 붙일 태그</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>태그 없음</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Add a rule</source>
        <translation>규칙 추가</translation>
    </message>
    <message>
        <source>The usual rules</source>
        <translation>기본 규칙</translation>
    </message>
    <message>
        <source>Points of the rules that hold are added up: 50 and more is hot, 25 and more warm.</source>
        <translation>맞는 규칙의 점수를 더해요. 50점부터 높음, 25점부터 보통이에요.</translation>
    </message>
    <message>
        <source>Reading your closed deals</source>
        <translation>끝난 거래를 읽는 중</translation>
    </message>
    <message>
        <source>Rules of the score</source>
        <translation>점수 규칙</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Say what this rule looks for</source>
        <translation>이 규칙이 무엇을 찾는지 적어 주세요</translation>
    </message>
</context>
<context>
    <name>SafeOffer</name>
    <message>
        <source>The last starts did not get through</source>
        <translation>지난번에 시작을 마치지 못했어요</translation>
    </message>
    <message>
        <source>Your data are safe. Safe mode starts with the plain look, without watched folders and without work in the background.</source>
        <translation>데이터는 안전해요. 안전 모드는 기본 모양으로, 지켜보는 폴더와 백그라운드 작업 없이 시작해요.</translation>
    </message>
    <message>
        <source>Start in safe mode</source>
        <translation>안전 모드로 시작</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>평소처럼 시작</translation>
    </message>
</context>
<context>
    <name>SaleFilters</name>
    <message>
        <source>Search sales</source>
        <translation>판매 검색</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>When</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Customer: {name}</source>
        <translation>고객: {name}</translation>
    </message>
    <message>
        <source>There is none yet</source>
        <translation>아직 없어요</translation>
    </message>
</context>
<context>
    <name>SaleLine</name>
    <message>
        <source>Enter opens the sale</source>
        <translation>Enter로 판매를 열어요</translation>
    </message>
</context>
<context>
    <name>SalePanel</name>
    <message>
        <source>Sale</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Select a sale to see all of it.</source>
        <translation>판매를 고르면 자세히 보여요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Change the sale</source>
        <translation>판매 고치기</translation>
    </message>
    <message>
        <source>Delivery and card</source>
        <translation>배송과 카드</translation>
    </message>
    <message>
        <source>Cancel the sale</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로</translation>
    </message>
    <message>
        <source>What was sold</source>
        <translation>판매한 상품</translation>
    </message>
    <message>
        <source>{quantity} × {price}</source>
        <translation>{quantity} × {price}</translation>
    </message>
    <message>
        <source>, less {amount}</source>
        <translation>, 할인 {amount}</translation>
    </message>
    <message>
        <source>, {n} given back</source>
        <translation>, {n} 환불함</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>Tax in it: {tax}</source>
        <translation>부가세 {tax} 포함</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Given back: {method}</source>
        <translation>돌려줌: {method}</translation>
    </message>
    <message>
        <source>Remove the payment</source>
        <translation>결제 지우기</translation>
    </message>
    <message>
        <source>Belongs to it</source>
        <translation>관련 내역</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show the sale that is given back</source>
        <translation>환불한 판매 보기</translation>
    </message>
    <message>
        <source>Show the sale it was exchanged for</source>
        <translation>교환 전 판매 보기</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>전달 일시</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>받는 분</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Cash receipt</source>
        <translation>현금영수증</translation>
    </message>
    <message>
        <source>Card text</source>
        <translation>카드 문구</translation>
    </message>
    <message>
        <source>For the maker</source>
        <translation>제작 메모</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
</context>
<context>
    <name>SaleWords</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액 판매</translation>
    </message>
    <message>
        <source>{what} and {n} more</source>
        <translation>{what} 외 {n}</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>has {n}</source>
        <translation>보유 {n}</translation>
    </message>
    <message>
        <source>{name} can pay {amount} at most.</source>
        <translation>{name}: 최대 {amount}까지 결제할 수 있어요.</translation>
    </message>
    <message>
        <source>Sold on {day}</source>
        <translation>{day} 판매</translation>
    </message>
    <message>
        <source>Cash receipt {number}</source>
        <translation>현금영수증 {number}</translation>
    </message>
    <message>
        <source>{amount} owed</source>
        <translation>외상 {amount}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}~{last}</translation>
    </message>
</context>
<context>
    <name>SalesExport</name>
    <message>
        <source>Export sales</source>
        <translation>판매 내보내기</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>엑셀 파일 (*.xlsx)</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>쉼표로 나눈 파일 (*.csv)</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Exporting sales</source>
        <translation>판매를 내보내는 중</translation>
    </message>
</context>
<context>
    <name>SalesList</name>
    <message>
        <source>Reading the sales</source>
        <translation>판매를 읽는 중</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>No sale has been recorded yet</source>
        <translation>아직 기록한 판매가 없어요</translation>
    </message>
    <message>
        <source>Record what is bought, and you see who comes how often and who owes what.</source>
        <translation>판매를 기록하면 누가 얼마나 자주 오는지, 누가 외상이 있는지 보여요.</translation>
    </message>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
    <message>
        <source>No sale fits</source>
        <translation>맞는 판매가 없어요</translation>
    </message>
    <message>
        <source>Nothing was sold in that time, or the chips leave nothing over.</source>
        <translation>이 기간에 판매가 없거나, 조건에 맞는 판매가 없어요.</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>조건 지우기</translation>
    </message>
    <message>
        <source>The sales cannot be read</source>
        <translation>판매를 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Nothing was changed. Your file may be on a drive that is not connected.</source>
        <translation>바뀐 것은 없어요. 파일이 연결되지 않은 드라이브에 있을 수 있어요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1건</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n}건</translation>
    </message>
</context>
<context>
    <name>SalesModel</name>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>What</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>SalesPage</name>
    <message>
        <source>Sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>내역</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
    <message>
        <source>Day close</source>
        <translation>일 마감</translation>
    </message>
    <message>
        <source>Export these sales</source>
        <translation>이 판매 내보내기</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Record sale</source>
        <translation>판매 기록</translation>
    </message>
</context>
<context>
    <name>SalvagedDialog</name>
    <message>
        <source>What could be read</source>
        <translation>읽어 낸 것</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>The shop is whole again and goes on with these rows. Look through what is missing; older backups may still have it.</source>
        <translation>가게가 다시 온전해졌고 읽어 낸 것으로 계속해요. 빠진 것을 살펴보세요. 이전 백업에 남아 있을 수 있어요.</translation>
    </message>
</context>
<context>
    <name>SampleNote</name>
    <message>
        <source>A sample shop: everybody in it is invented.</source>
        <translation>연습용 가게예요. 모두 지어낸 고객이에요.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>검색 지우기</translation>
    </message>
</context>
<context>
    <name>SellingSection</name>
    <message>
        <source>Selling</source>
        <translation>판매와 적립</translation>
    </message>
    <message>
        <source>Tax and points. Sales recorded before keep what held then.</source>
        <translation>부가세와 적립이에요. 이미 기록한 판매는 그때 그대로예요.</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>In Korea it is in the price that is shown.</source>
        <translation>한국에서는 표시 가격에 들어 있어요.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>세율</translation>
    </message>
    <message>
        <source>In percent, for products without a rate of their own.</source>
        <translation>퍼센트. 세율을 따로 정하지 않은 상품에 써요.</translation>
    </message>
    <message>
        <source>In the price</source>
        <translation>가격에 포함</translation>
    </message>
    <message>
        <source>On top</source>
        <translation>별도</translation>
    </message>
    <message>
        <source>Points and stamps</source>
        <translation>적립과 스탬프</translation>
    </message>
    <message>
        <source>New programme</source>
        <translation>새 적립</translation>
    </message>
    <message>
        <source>Customers earn with each sale, and pay with it if you like.</source>
        <translation>고객이 살 때마다 쌓이고, 원하면 그것으로 결제해요.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} 고치기</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End {name}</source>
        <translation>{name} 끝내기</translation>
    </message>
    <message>
        <source>{n} for each visit</source>
        <translation>방문마다 {n}</translation>
    </message>
    <message>
        <source>{n} for each {amount}</source>
        <translation>{amount}마다 {n}</translation>
    </message>
    <message>
        <source>one pays {amount}</source>
        <translation>1점은 {amount}</translation>
    </message>
    <message>
        <source>from {n} on</source>
        <translation>{n}점부터 사용</translation>
    </message>
    <message>
        <source>good for {n} days</source>
        <translation>{n}일 동안 유효</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>설정 분류</translation>
    </message>
    <message>
        <source>About Dangol</source>
        <translation>단골 정보</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Shop</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>These travel with the shop&apos;s file to every PC.</source>
        <translation>가게 파일과 함께 모든 PC에 적용돼요.</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>가게 이름</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>나라</translation>
    </message>
    <message>
        <source>Phone numbers are read as that country&apos;s.</source>
        <translation>전화번호를 이 나라 번호로 읽어요.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>For amounts without one of their own.</source>
        <translation>통화가 따로 없는 금액에 써요.</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>우리 가게</translation>
    </message>
    <message>
        <source>Reading the phone numbers again</source>
        <translation>전화번호 다시 읽는 중</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>What each key does. F1 shows this list anywhere.</source>
        <translation>키마다 하는 일이에요. 어디서나 F1을 누르면 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Single-letter keys</source>
        <translation>글자 하나 단축키</translation>
    </message>
    <message>
        <source>N, E or / without Ctrl. Switch them off if keys get pressed by accident.</source>
        <translation>Ctrl 없이 N, E, / 로 실행해요. 실수로 자주 눌린다면 꺼 두세요.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Pinned notes</source>
        <translation>고정한 메모</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>다니는 곳</translation>
    </message>
</context>
<context>
    <name>SmartList</name>
    <message>
        <source>Name of the list</source>
        <translation>목록 이름</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>목록 저장</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>전체 고객</translation>
    </message>
</context>
<context>
    <name>SmartLists</name>
    <message>
        <source>Smart lists</source>
        <translation>스마트 목록</translation>
    </message>
    <message>
        <source>New smart list</source>
        <translation>새 스마트 목록</translation>
    </message>
    <message>
        <source>This list cannot be read</source>
        <translation>읽을 수 없는 목록이에요</translation>
    </message>
    <message>
        <source>Edit list …</source>
        <translation>목록 편집 …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Remove list</source>
        <translation>목록 삭제</translation>
    </message>
    <message>
        <source>The contacts in it stay</source>
        <translation>목록에 있던 고객은 그대로 남아요</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Have everybody see it</source>
        <translation>모두에게 보이기</translation>
    </message>
    <message>
        <source>Keep it to myself</source>
        <translation>나만 보기</translation>
    </message>
    <message>
        <source>Take it out of the navigation</source>
        <translation>탐색 막대에서 빼기</translation>
    </message>
    <message>
        <source>Copy that follows changes</source>
        <translation>계속 바뀌는 사본 만들기</translation>
    </message>
    <message>
        <source>{name} (live)</source>
        <translation>{name} (실시간)</translation>
    </message>
    <message>
        <source>Keep who is in it now</source>
        <translation>지금 고객 그대로 고정</translation>
    </message>
    <message>
        <source>The list is frozen: later changes do not touch it</source>
        <translation>목록이 고정돼요. 나중에 바뀌어도 그대로예요</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>자두색</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>호박색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Persimmon</source>
        <translation>감색</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>목록 이름</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Sell a part: {title}</source>
        <translation>일부 판매: {title}</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>{name}, of {n}</source>
        <translation>{name} (전체 {n})</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>A sale is made of this part; the deal goes on with the rest.</source>
        <translation>이만큼 판매로 기록하고, 거래는 나머지로 이어져요.</translation>
    </message>
    <message>
        <source>Type how many, no more than there are</source>
        <translation>있는 수량 안에서 적어 주세요</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>아직 고른 것이 없어요</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>People who work here</source>
        <translation>함께 일하는 사람</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>새로 온 사람 이름</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>{role}, at the desk now</source>
        <translation>{role}, 지금 사용 중</translation>
    </message>
    <message>
        <source>Name of {who}</source>
        <translation>{who} 이름</translation>
    </message>
    <message>
        <source>Remove {who}</source>
        <translation>{who} 빼기</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>주인</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>직원</translation>
    </message>
    <message>
        <source>Looks only</source>
        <translation>보기만</translation>
    </message>
</context>
<context>
    <name>StageRowEditor</name>
    <message>
        <source>Stage {n}: name</source>
        <translation>{n}단계: 이름</translation>
    </message>
    <message>
        <source>Stage {n}: what it means</source>
        <translation>{n}단계: 뜻</translation>
    </message>
    <message>
        <source>Stage {n}: chance in percent</source>
        <translation>{n}단계: 성사 가능성(%)</translation>
    </message>
    <message>
        <source>Stage {n}: days until a deal waits too long, empty for none</source>
        <translation>{n}단계: 오래 기다린다고 보는 날수, 없으면 비움</translation>
    </message>
    <message>
        <source>Stage {n}: colour</source>
        <translation>{n}단계: 색</translation>
    </message>
    <message>
        <source>Stage {n}: checklist, a line each</source>
        <translation>{n}단계: 확인 목록, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Stage {n}: plan that starts</source>
        <translation>{n}단계: 시작하는 계획</translation>
    </message>
    <message>
        <source>Checklist and plan of stage {n}</source>
        <translation>{n}단계의 확인 목록과 계획</translation>
    </message>
    <message>
        <source>Move stage {n} up</source>
        <translation>{n}단계 위로</translation>
    </message>
    <message>
        <source>Move stage {n} down</source>
        <translation>{n}단계 아래로</translation>
    </message>
    <message>
        <source>Remove stage {n}</source>
        <translation>{n}단계 빼기</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>계획 없음</translation>
    </message>
    <message>
        <source>What is to be known before, a line each</source>
        <translation>먼저 확인할 것, 한 줄에 하나</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Starts the plan</source>
        <translation>시작하는 계획</translation>
    </message>
</context>
<context>
    <name>StageSection</name>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Change the stage</source>
        <translation>단계 바꾸기</translation>
    </message>
    <message>
        <source>No stage</source>
        <translation>단계 없음</translation>
    </message>
    <message>
        <source>Stage: {stage}</source>
        <translation>단계: {stage}</translation>
    </message>
    <message>
        <source>Not known yet: no visit, purchase or talk.</source>
        <translation>아직 방문도 구매도 대화도 없어요.</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>직접 정했어요.</translation>
    </message>
    <message>
        <source>Dangol decides.</source>
        <translation>Dangol이 정해요.</translation>
    </message>
    <message>
        <source>Since {day}. {why}</source>
        <translation>{day}부터. {why}</translation>
    </message>
    <message>
        <source>Let Dangol decide</source>
        <translation>Dangol에 맡기기</translation>
    </message>
    <message>
        <source>Why “{stage}”? You may leave it empty.</source>
        <translation>“{stage}” 이유를 적어 주세요. 비워 두어도 돼요.</translation>
    </message>
    <message>
        <source>Set the stage</source>
        <translation>단계 정하기</translation>
    </message>
</context>
<context>
    <name>StageSteps</name>
    <message>
        <source>Stage {n} of {count}: {name}</source>
        <translation>{count}단계 중 {n}: {name}</translation>
    </message>
</context>
<context>
    <name>StagesDialog</name>
    <message>
        <source>Stages of {name}</source>
        <translation>{name}의 단계</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>새 거래 흐름</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>New deals begin here</source>
        <translation>새 거래는 여기서 시작</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Stage {n} is not whole yet.</source>
        <translation>{n}단계가 아직 덜 채워졌어요.</translation>
    </message>
    <message>
        <source>A stage is missing that means “{kind}”.</source>
        <translation>‘{kind}’에 해당하는 단계가 없어요.</translation>
    </message>
    <message>
        <source>Nothing: stages of my own</source>
        <translation>없음: 직접 단계 만들기</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>시작할 틀</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>무산</translation>
    </message>
    <message>
        <source>Its deal goes to</source>
        <translation>거래를 보낼 단계</translation>
    </message>
    <message>
        <source>Its {n} deals go to</source>
        <translation>거래 {n}건을 보낼 단계</translation>
    </message>
</context>
<context>
    <name>StampBox</name>
    <message>
        <source>Choose a picture</source>
        <translation>그림 고르기</translation>
    </message>
    <message>
        <source>Take the stamp away</source>
        <translation>도장 빼기</translation>
    </message>
    <message>
        <source>Choose a picture of the stamp</source>
        <translation>도장 그림 고르기</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>그림 ({kinds})</translation>
    </message>
</context>
<context>
    <name>StandingNote</name>
    <message>
        <source>You look at the backup of {when}. What you do here is thrown away.</source>
        <translation>{when}의 백업을 보고 있어요. 여기서 하는 일은 남지 않아요.</translation>
    </message>
    <message>
        <source>Back to the shop</source>
        <translation>가게로 돌아가기</translation>
    </message>
    <message>
        <source>Safe mode: the plain look, no watched folders, nothing in the background.</source>
        <translation>안전 모드: 기본 모양, 지켜보는 폴더와 백그라운드 작업 없음.</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>평소처럼 시작</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Starting the plan</source>
        <translation>할 일 순서를 시작하는 중</translation>
    </message>
    <message>
        <source>Start a plan</source>
        <translation>할 일 순서 시작</translation>
    </message>
    <message>
        <source>Start a plan for {n} contacts</source>
        <translation>고객 {n}명에게 할 일 순서 시작</translation>
    </message>
    <message>
        <source>Start a plan for {name}</source>
        <translation>할 일 순서 시작: {name}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>할 일 순서</translation>
    </message>
    <message>
        <source>It is under way for this contact already.</source>
        <translation>이 고객에게는 이미 진행 중이에요.</translation>
    </message>
    <message>
        <source>Starts for one contact.</source>
        <translation>고객 한 명에게 시작해요.</translation>
    </message>
    <message>
        <source>Starts for {n} contacts.</source>
        <translation>고객 {n}명에게 시작해요.</translation>
    </message>
    <message>
        <source>{n} have it under way already and stay as they are.</source>
        <translation>{n}명은 이미 진행 중이라 그대로 둬요.</translation>
    </message>
    <message>
        <source>Ends on {day}</source>
        <translation>끝나는 날: {day}</translation>
    </message>
    <message>
        <source>Starts on {day}</source>
        <translation>시작하는 날: {day}</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>끝나는 날</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>시작하는 날</translation>
    </message>
    <message>
        <source>{step} (offered)</source>
        <translation>{step} (제안)</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
</context>
<context>
    <name>StatTile</name>
    <message>
        <source>up %1</source>
        <translation>%1 늘어남</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>%1 줄어듦</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>{name}, where it stands</source>
        <translation>{name}, 지금 단계</translation>
    </message>
    <message>
        <source>Move to {name}</source>
        <translation>{name} 단계로 옮기기</translation>
    </message>
</context>
<context>
    <name>StepEditor</name>
    <message>
        <source>What is to be done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>No length</source>
        <translation>길이 없음</translation>
    </message>
    <message>
        <source>Comes by itself</source>
        <translation>저절로 생김</translation>
    </message>
    <message>
        <source>Is offered</source>
        <translation>제안만</translation>
    </message>
    <message>
        <source>Nobody’s</source>
        <translation>담당 없음</translation>
    </message>
    <message>
        <source>Shop owner</source>
        <translation>사장님</translation>
    </message>
    <message>
        <source>Step {n}: what is to be done</source>
        <translation>{n}단계: 할 일</translation>
    </message>
    <message>
        <source>Step {n}: kind</source>
        <translation>{n}단계: 종류</translation>
    </message>
    <message>
        <source>Step {n}: priority</source>
        <translation>{n}단계: 우선순위</translation>
    </message>
    <message>
        <source>Step {n}: how long</source>
        <translation>{n}단계: 기간</translation>
    </message>
    <message>
        <source>Step {n}: from when</source>
        <translation>{n}단계: 언제부터</translation>
    </message>
    <message>
        <source>Step {n}: time of day, empty for none</source>
        <translation>{n}단계: 시각, 없으면 비워 두세요</translation>
    </message>
    <message>
        <source>Step {n}: how long it lasts</source>
        <translation>{n}단계: 걸리는 시간</translation>
    </message>
    <message>
        <source>Step {n}: how it comes</source>
        <translation>{n}단계: 생기는 방법</translation>
    </message>
    <message>
        <source>Step {n}: whose it is</source>
        <translation>{n}단계: 담당</translation>
    </message>
    <message>
        <source>Move step {n} up</source>
        <translation>{n}단계 위로</translation>
    </message>
    <message>
        <source>Move step {n} down</source>
        <translation>{n}단계 아래로</translation>
    </message>
    <message>
        <source>Remove step {n}</source>
        <translation>{n}단계 빼기</translation>
    </message>
    <message>
        <source>after the end</source>
        <translation>끝나는 날 뒤</translation>
    </message>
    <message>
        <source>after the start</source>
        <translation>시작하는 날 뒤</translation>
    </message>
    <message>
        <source>before the end</source>
        <translation>끝나는 날 전</translation>
    </message>
    <message>
        <source>before the start</source>
        <translation>시작하는 날 전</translation>
    </message>
    <message>
        <source>after the step before</source>
        <translation>앞 단계 뒤</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
</context>
<context>
    <name>StepOffer</name>
    <message>
        <source>{add} adds it, {leave} leaves it out</source>
        <translation>{add}로 추가하고 {leave}로 건너뛰어요</translation>
    </message>
    <message>
        <source>Next in {plan}: {step}</source>
        <translation>{plan} 다음 단계: {step}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add {step}</source>
        <translation>{step} 추가</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Leave {step} out</source>
        <translation>{step} 건너뛰기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>%2단계 중 %1단계: %3</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>&amp;Undo</source>
        <translation>되돌리기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>되돌리기(&amp;U): {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 하기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>다시 하기(&amp;R): {what}</translation>
    </message>
</context>
<context>
    <name>StopNote</name>
    <message>
        <source>Do not contact. Since: {day}</source>
        <translation>연락하지 마세요. {day}부터</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Timeline</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show in the timeline: {kind}</source>
        <translation>기록에서 볼 것: {kind}</translation>
    </message>
    <message>
        <source>Nothing is written here yet.</source>
        <translation>아직 기록이 없어요.</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>이런 기록은 없어요.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>외상</translation>
    </message>
</context>
<context>
    <name>SupplierCard</name>
    <message>
        <source>On quotes</source>
        <translation>견적서에 쓸 정보</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>대표자</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Business type</source>
        <translation>업태</translation>
    </message>
    <message>
        <source>Business item</source>
        <translation>종목</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>도장</translation>
    </message>
    <message>
        <source>A photo or scan on white paper will do; the white goes away.</source>
        <translation>흰 종이에 찍은 사진이나 스캔이면 돼요. 흰 바탕은 지워져요.</translation>
    </message>
    <message>
        <source>Ten digits, as on the registration certificate.</source>
        <translation>사업자등록증에 있는 열 자리 숫자예요.</translation>
    </message>
    <message>
        <source>This number does not add up: a digit may be wrong.</source>
        <translation>맞지 않는 번호예요. 틀린 숫자가 있을 수 있어요.</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>자두색</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>호박색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Persimmon</source>
        <translation>감색</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
    <message>
        <source>Name of the tag {name}</source>
        <translation>태그 {name}의 이름</translation>
    </message>
    <message>
        <source>Group of the tag {name}</source>
        <translation>태그 {name}의 그룹</translation>
    </message>
    <message>
        <source>Colour of the tag {name}</source>
        <translation>태그 {name}의 색</translation>
    </message>
    <message>
        <source>Remove the tag {name}</source>
        <translation>태그 {name} 지우기</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <source>Show all tags</source>
        <translation>태그 모두 보기</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>태그 달기</translation>
    </message>
    <message>
        <source>Tag, then Enter</source>
        <translation>태그를 쓰고 Enter</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>새 태그</translation>
    </message>
</context>
<context>
    <name>TagsSection</name>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Whatever you change here, contacts keep the tag; Ctrl+Z takes it back.</source>
        <translation>여기서 바꿔도 고객의 태그는 그대로예요. Ctrl+Z로 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>태그 찾기</translation>
    </message>
    <message>
        <source>No tags yet. Give a contact one with T, and it is here.</source>
        <translation>아직 태그가 없어요. 고객에게 T 키로 붙이면 여기에 나와요.</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>그룹 없음</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
    <message>
        <source>The tag &lt;b&gt;{other}&lt;/b&gt; is there already. Put everybody with &lt;b&gt;{name}&lt;/b&gt; into it?</source>
        <translation>&lt;b&gt;{other}&lt;/b&gt; 태그가 이미 있어요. &lt;b&gt;{name}&lt;/b&gt; 태그의 고객을 모두 그리로 옮길까요?</translation>
    </message>
    <message>
        <source>Put them together</source>
        <translation>하나로 합치기</translation>
    </message>
</context>
<context>
    <name>TaskActs</name>
    <message>
        <source>Snooze until</source>
        <translation>언제까지 미룰까요?</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>날짜 고르기</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>언제로 할까요?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Open the deal {deal}</source>
        <translation>거래 열기: {deal}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>완료 취소</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>왔어요</translation>
    </message>
    <message>
        <source>They did not come</source>
        <translation>안 왔어요</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>미루기</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>답을 기다리기</translation>
    </message>
    <message>
        <source>Leave this time out</source>
        <translation>이번만 건너뛰기</translation>
    </message>
    <message>
        <source>End the repeat</source>
        <translation>반복 끝내기</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>제목을 적어 주세요</translation>
    </message>
    <message>
        <source>Type the day as 2026-05-16</source>
        <translation>날짜를 2026-05-16처럼 적어 주세요</translation>
    </message>
    <message>
        <source>Choose who is meant</source>
        <translation>누구인지 골라 주세요</translation>
    </message>
    <message>
        <source>How often is not understood: every 2 weeks, 3rd Friday of the month</source>
        <translation>반복을 알아듣지 못했어요. 예: 2주마다, 매월 셋째 금요일</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>날짜 고르기</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>No length</source>
        <translation>길이 없음</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>중요도</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>확인 목록</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
</context>
<context>
    <name>TaskFilters</name>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>필터 추가</translation>
    </message>
    <message>
        <source>About {name}</source>
        <translation>고객: {name}</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>About a contact…</source>
        <translation>고객 고르기…</translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message>
        <source>Overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>Enter opens the task, Space finishes it</source>
        <translation>Enter로 할 일을 열고 Space로 끝내요</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>Deal</source>
        <translation>거래</translation>
    </message>
    <message>
        <source>Deal {amount}</source>
        <translation>거래 {amount}</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Reading the tasks</source>
        <translation>할 일을 읽는 중</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Task plans</source>
        <translation>할 일 순서</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>새 할 일</translation>
    </message>
    <message>
        <source>Move all to today</source>
        <translation>모두 오늘로 옮기기</translation>
    </message>
    <message>
        <source>Nothing to do yet</source>
        <translation>아직 할 일이 없어요</translation>
    </message>
    <message>
        <source>Type what is to be done, as “call Minji tomorrow 3pm”.</source>
        <translation>“내일 오후 3시 김민지 전화”처럼 적어 보세요.</translation>
    </message>
    <message>
        <source>No task fits</source>
        <translation>맞는 할 일이 없어요</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>할 일 모두 보기</translation>
    </message>
    <message>
        <source>The tasks cannot be read</source>
        <translation>할 일을 읽을 수 없어요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>1 open</source>
        <translation>할 일 1건</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>할 일 {n}건</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>지난 일 {n}건</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>주</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>진행 중 거래</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>Enquiries</source>
        <translation>문의</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>답하기까지</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}분</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n}시간</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n}일</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>{n}, {late} late</source>
        <translation>{n}, {late} 늦음</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} 대기</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Team</source>
        <translation>직원</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>Order by what was won</source>
        <translation>성사 금액 순으로 보기</translation>
    </message>
    <message>
        <source>Who gets what comes in</source>
        <translation>들어오는 일 나누기</translation>
    </message>
</context>
<context>
    <name>Tender</name>
    <message>
        <source>Part</source>
        <translation>일부 금액</translation>
    </message>
    <message>
        <source>How much is paid the way chosen next</source>
        <translation>다음에 고를 방법으로 받을 금액</translation>
    </message>
    <message>
        <source>Paid until now</source>
        <translation>받은 금액</translation>
    </message>
    <message>
        <source>Delete takes a payment out.</source>
        <translation>Delete로 결제를 빼요.</translation>
    </message>
    <message>
        <source>Only {amount} is left to pay.</source>
        <translation>남은 금액은 {amount}이에요.</translation>
    </message>
    <message>
        <source>Give back {amount}</source>
        <translation>돌려줄 금액 {amount}</translation>
    </message>
    <message>
        <source>Left to pay {amount}</source>
        <translation>남은 금액 {amount}</translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation>교환 금액 {amount}</translation>
    </message>
</context>
<context>
    <name>TidyRound</name>
    <message>
        <source>Tidy round</source>
        <translation>고객 정돈</translation>
    </message>
    <message>
        <source>What is to stand there</source>
        <translation>넣을 내용</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Never ask again</source>
        <translation>다시 묻지 않기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total} 중 {n}</translation>
    </message>
    <message>
        <source>Compare (Enter)</source>
        <translation>비교하기 (Enter)</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>이대로 고치기 (Enter)</translation>
    </message>
    <message>
        <source>Looking through the book…</source>
        <translation>고객 목록을 살펴보고 있어요…</translation>
    </message>
    <message>
        <source>Everything looks tidy. There is nothing to mend.</source>
        <translation>모두 잘 정돈되어 있어요. 고칠 것이 없어요.</translation>
    </message>
    <message>
        <source>Done: {mended} mended, {skipped} skipped, {left} left as they are.</source>
        <translation>끝났어요: {mended}건 고침, {skipped}건 건너뜀, {left}건 그대로 둠.</translation>
    </message>
    <message>
        <source>The phone seems to have lost its first 0.</source>
        <translation>전화번호 맨 앞의 0이 없어진 것 같아요.</translation>
    </message>
    <message>
        <source>The mail address looks misspelt.</source>
        <translation>메일 주소에 오타가 있는 것 같아요.</translation>
    </message>
    <message>
        <source>A phone stands in the name.</source>
        <translation>이름에 전화번호가 들어 있어요.</translation>
    </message>
    <message>
        <source>The company stands in the name.</source>
        <translation>이름에 회사가 들어 있어요.</translation>
    </message>
    <message>
        <source>This looks like a company, not a person.</source>
        <translation>개인이 아니라 회사 같아요.</translation>
    </message>
    <message>
        <source>These two look like the same person.</source>
        <translation>두 고객이 같은 사람 같아요.</translation>
    </message>
    <message>
        <source>{name} (company)</source>
        <translation>{name} (회사)</translation>
    </message>
    <message>
        <source>{name}, phone {phone}</source>
        <translation>{name}, 전화 {phone}</translation>
    </message>
    <message>
        <source>{name}, company {company}</source>
        <translation>{name}, 회사 {company}</translation>
    </message>
</context>
<context>
    <name>TierPill</name>
    <message>
        <source>Customer group: {group}</source>
        <translation>고객 등급: {group}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Pinned note</source>
        <translation>고정한 메모</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Pinned note by &lt;b&gt;{name}&lt;/b&gt;</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt; 님이 고정한 메모</translation>
    </message>
    <message>
        <source>Note by &lt;b&gt;{name}&lt;/b&gt;</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt; 님의 메모</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>받은 전화</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>메신저</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>만남</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>선물</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>불만</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>연락</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>통화함</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>받지 않음</translation>
    </message>
    <message>
        <source>Left a message</source>
        <translation>메시지 남김</translation>
    </message>
    <message>
        <source>Will come by</source>
        <translation>방문 약속</translation>
    </message>
    <message>
        <source>Asked for a price</source>
        <translation>가격 문의</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>칭찬</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>오심</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>오지 않음</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>Timeline</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Pin on top</source>
        <translation>위에 고정</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>고정 풀기</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
</context>
<context>
    <name>TotalsView</name>
    <message>
        <source>Totals by</source>
        <translation>집계 기준</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>Nothing was sold in that time</source>
        <translation>이 기간에는 판매가 없어요</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비중</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Discounts of whole sales: {amount}</source>
        <translation>판매 전체 할인: {amount}</translation>
    </message>
    <message>
        <source>Tax on top: {amount}</source>
        <translation>별도 부가세: {amount}</translation>
    </message>
    <message>
        <source>In all: {amount}</source>
        <translation>모두 {amount}</translation>
    </message>
    <message>
        <source>Without a product</source>
        <translation>상품 없음</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>분류 없음</translation>
    </message>
</context>
<context>
    <name>TouchDialog</name>
    <message>
        <source>Every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>The clock starts again at each two-way contact. A plan or a call nobody answered does not move it.</source>
        <translation>서로 이야기를 나누면 다시 처음부터 세요. 약속을 잡거나 받지 않은 전화는 세지 않아요.</translation>
    </message>
    <message>
        <source>Stay in touch: {who}</source>
        <translation>연락 간격: {who}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>The longest cannot be shorter than what is wanted.</source>
        <translation>최대 간격은 바라는 간격보다 짧을 수 없어요.</translation>
    </message>
</context>
<context>
    <name>TouchSection</name>
    <message>
        <source>Stay in touch</source>
        <translation>연락 간격</translation>
    </message>
    <message>
        <source>How often to be in touch</source>
        <translation>연락 간격 정하기</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>간격</translation>
    </message>
</context>
<context>
    <name>TouchSettings</name>
    <message>
        <source>Stay in touch</source>
        <translation>연락 간격</translation>
    </message>
    <message>
        <source>How often you want to speak with customers. What is set for a contact comes before its tags, and those before its stage.</source>
        <translation>고객과 얼마마다 이야기하고 싶은지 정해요. 고객에게 정한 것이 태그보다, 태그가 단계보다 먼저예요.</translation>
    </message>
    <message>
        <source>By stage</source>
        <translation>단계별</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>태그별</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>태그 추가</translation>
    </message>
    <message>
        <source>Nothing is wanted of a tag yet.</source>
        <translation>아직 태그에 정한 것이 없어요.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>{name}: {wanted}</source>
        <translation>{name}: {wanted}</translation>
    </message>
    <message>
        <source>There is no other tag</source>
        <translation>다른 태그가 없어요</translation>
    </message>
</context>
<context>
    <name>TouchWords</name>
    <message>
        <source>Spoken with today.</source>
        <translation>오늘 이야기했어요.</translation>
    </message>
    <message>
        <source>Never spoken with; added {long} ago, on {day}.</source>
        <translation>아직 이야기한 적이 없어요. {long} 전, {day}에 등록했어요.</translation>
    </message>
    <message>
        <source>No two-way contact for {long}, since {day}.</source>
        <translation>{day} 뒤로 {long} 동안 서로 연락이 없었어요.</translation>
    </message>
    <message>
        <source>Last two-way contact {long} ago, on {day}.</source>
        <translation>마지막 연락은 {long} 전, {day}이에요.</translation>
    </message>
    <message>
        <source>As wanted of the tag {name}.</source>
        <translation>태그 {name}에 정한 간격이에요.</translation>
    </message>
    <message>
        <source>As wanted of the stage {name}.</source>
        <translation>단계 {name}에 정한 간격이에요.</translation>
    </message>
    <message>
        <source>Set for this contact.</source>
        <translation>이 고객에게 정한 간격이에요.</translation>
    </message>
    <message>
        <source>{long} late</source>
        <translation>{long} 지남</translation>
    </message>
    <message>
        <source>due</source>
        <translation>연락할 때</translation>
    </message>
    <message>
        <source>in {long}</source>
        <translation>{long} 뒤</translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message>
        <source>Selection</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>In the trash since</source>
        <translation>휴지통에 넣은 날</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Contacts in the trash</source>
        <translation>휴지통에 있는 고객</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>휴지통이 비어 있어요</translation>
    </message>
    <message>
        <source>Contacts that are put in the trash stay here and can be restored.</source>
        <translation>휴지통에 넣은 고객은 여기에 남아 있고, 복원할 수 있어요.</translation>
    </message>
    <message>
        <source>Restore {n} contacts</source>
        <translation>고객 {n}명 복원</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>고객 1명</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>고객 {n}명</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n}명 선택됨</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Dangol</source>
        <translation>단골 열기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>There is a good backup of {day}. The damaged file is kept beside it.</source>
        <translation>온전한 백업이 있어요 ({day}). 손상된 파일도 옆에 그대로 둬요.</translation>
    </message>
    <message>
        <source>There is no good backup beside it.</source>
        <translation>옆에 온전한 백업이 없어요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>백업 복원</translation>
    </message>
    <message>
        <source>The shop cannot be opened</source>
        <translation>가게 파일을 열 수 없어요</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>읽을 수 있는 것 살리기</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Updates</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>This is Dangol {version}. It looks for a new version only when you ask.</source>
        <translation>단골 {version}이에요. 새 버전은 직접 확인할 때만 찾아요.</translation>
    </message>
    <message>
        <source>Address or file of the list of updates</source>
        <translation>업데이트 목록의 주소나 파일</translation>
    </message>
    <message>
        <source>Proxy; empty for the system’s</source>
        <translation>프록시(비우면 시스템 설정)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>업데이트 확인</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>Start it now</source>
        <translation>지금 시작하기</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Downloading and trying version {version}</source>
        <translation>버전 {version} 내려받아 시험하는 중</translation>
    </message>
    <message>
        <source>You have the newest version.</source>
        <translation>최신 버전이에요.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Version {version}&lt;/b&gt; of {day}, {size}.</source>
        <translation>&lt;b&gt;버전 {version}&lt;/b&gt;, {day}, {size}.</translation>
    </message>
    <message>
        <source>Version {version} is here. It is installed and tried when Dangol starts next; the present version is kept until the new one has started.</source>
        <translation>버전 {version}을 받았어요. 다음에 단골을 시작할 때 설치하고 시험해요. 새 버전이 시작될 때까지 지금 버전을 보관해요.</translation>
    </message>
    <message>
        <source>Version {version} is here and has passed its test on this PC. It is installed when Dangol starts next; the present version is kept until the new one has started.</source>
        <translation>버전 {version}을 받았고 이 PC에서 시험을 통과했어요. 다음에 단골을 시작할 때 설치해요. 새 버전이 시작될 때까지 지금 버전을 보관해요.</translation>
    </message>
    <message>
        <source>List of updates</source>
        <translation>업데이트 목록</translation>
    </message>
    <message>
        <source>Lists of updates (*.json)</source>
        <translation>업데이트 목록 (*.json)</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message>
        <source>Value</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Choose …</source>
        <translation>고르기 …</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Shop owner</source>
        <translation>가게 주인</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>개인</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가구</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>여성</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>남성</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>그 밖</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>One or more, with commas</source>
        <translation>여럿이면 쉼표로</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>아직 고를 것이 없어요</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>고르기 …</translation>
    </message>
    <message>
        <source>Values: {words}</source>
        <translation>값: {words}</translation>
    </message>
    <message>
        <source>Shop owner</source>
        <translation>가게 주인</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>달</translation>
    </message>
    <message>
        <source>in the last</source>
        <translation>지난</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>ValuesDialog</name>
    <message>
        <source>Values of {column}</source>
        <translation>{column} 값</translation>
    </message>
    <message>
        <source>Say what a value means. An empty one is not imported.</source>
        <translation>값이 무슨 뜻인지 알려 주세요. 비워 두면 가져오지 않아요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>이대로 쓰기</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>No</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>여</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>남</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>개인</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>Solar</source>
        <translation>양력</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>음력</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Opening the shop</source>
        <translation>가게를 여는 중</translation>
    </message>
</context>
<context>
    <name>WalletLine</name>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>They told me</source>
        <translation>들은 금액 적기</translation>
    </message>
    <message>
        <source>What they spend on such things in a year</source>
        <translation>한 해 동안 이런 것에 쓰는 돈</translation>
    </message>
</context>
<context>
    <name>WatchedSection</name>
    <message>
        <source>Watched folder</source>
        <translation>자동 가져오기 폴더</translation>
    </message>
    <message>
        <source>A folder your till writes to. What is new in it comes in by itself, once.</source>
        <translation>포스가 파일을 저장하는 폴더예요. 새 파일이 한 번씩 저절로 들어와요.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>알림에서 결과 보기</translation>
    </message>
    <message>
        <source>Import one file of a kind by hand first; the folder then reads all like it. Files that came in are put into a folder of their own inside.</source>
        <translation>같은 종류의 파일을 먼저 한 번 직접 가져오세요. 그 뒤에는 폴더가 같은 파일을 알아서 읽어요. 가져온 파일은 안쪽의 따로 만든 폴더로 옮겨져요.</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>그만 보기</translation>
    </message>
</context>
<context>
    <name>WeekDocument</name>
    <message>
        <source>{n} more birthdays</source>
        <translation>생일 {n}명 더</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더</translation>
    </message>
    <message>
        <source>Clocks go forward</source>
        <translation>시계가 앞당겨져요</translation>
    </message>
    <message>
        <source>This hour comes twice</source>
        <translation>이 시간은 두 번 와요</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>하루 종일</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Welcome to Dangol</source>
        <translation>단골에 오신 것을 환영해요</translation>
    </message>
    <message>
        <source>Know your regulars, and keep them coming back.</source>
        <translation>단골을 알아보고, 다시 찾게 하세요.</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>어떻게 시작할까요?</translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>엑셀 가져오기</translation>
    </message>
    <message>
        <source>Bring your customers from Excel, CSV or your phone’s contacts. Dangol finds the columns for you.</source>
        <translation>엑셀, CSV, 휴대폰 연락처에 있는 고객을 가져와요. 열은 단골이 알아서 찾아요.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>또는 여기에 끌어다 놓기</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>먼저 둘러보기</translation>
    </message>
    <message>
        <source>Open a flower shop with invented customers. Remove it all with one click.</source>
        <translation>지어낸 고객이 있는 꽃집을 열어 보세요. 클릭 한 번이면 모두 지워져요.</translation>
    </message>
    <message>
        <source>Use sample data</source>
        <translation>예시 가게 보기</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>빈 채로 시작</translation>
    </message>
    <message>
        <source>Type in your first customer now. You can import a list whenever you like.</source>
        <translation>첫 고객을 바로 입력해 보세요. 목록은 언제든 가져올 수 있어요.</translation>
    </message>
    <message>
        <source>Your data stays on this PC</source>
        <translation>데이터는 이 PC에만 있어요</translation>
    </message>
    <message>
        <source>Every step can be undone</source>
        <translation>모든 일을 되돌릴 수 있어요</translation>
    </message>
    <message>
        <source>Works without the internet</source>
        <translation>인터넷 없이 쓸 수 있어요</translation>
    </message>
    <message>
        <source>Already use Dangol on another PC?</source>
        <translation>다른 PC에서 단골을 쓰고 있나요?</translation>
    </message>
    <message>
        <source>I come from another PC</source>
        <translation>다른 PC에서 왔어요</translation>
    </message>
    <message>
        <source>or</source>
        <translation>또는</translation>
    </message>
    <message>
        <source>restore a backup</source>
        <translation>백업 복원</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>버전 {number}</translation>
    </message>
    <message>
        <source>Making it</source>
        <translation>만드는 중</translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>Name, initials or last four digits</source>
        <translation>이름, 초성 또는 끝 네 자리</translation>
    </message>
    <message>
        <source>Contacts found</source>
        <translation>찾은 고객</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>This is who</source>
        <translation>이 고객</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>이름을 적어 주세요</translation>
    </message>
    <message>
        <source>Nobody fits that. Enter makes a new person.</source>
        <translation>맞는 고객이 없어요. Enter로 새 고객을 만들어요.</translation>
    </message>
</context>
<context>
    <name>WholeDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>WonDialog</name>
    <message>
        <source>Won: {title}</source>
        <translation>성사: {title}</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>성사</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>이유 고르기</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Record it as a sale</source>
        <translation>판매로 기록</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>아직 안 받음</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>Choose a reason: it shows later why deals are won</source>
        <translation>이유를 골라 주세요. 거래가 성사되는 까닭을 나중에 볼 수 있어요</translation>
    </message>
    <message>
        <source>Say in the note what it was</source>
        <translation>무엇이었는지 메모에 적어 주세요</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>{choice}, no longer offered</source>
        <translation>{choice}, 그만 쓰는 선택지</translation>
    </message>
</context>
<context>
    <name>dialog</name>
    <message>
        <source>The contact was erased.</source>
        <translation>고객을 영구 삭제했어요.</translation>
    </message>
    <message>
        <source>The contact was erased. The last traces go when Dangol starts again.</source>
        <translation>고객을 영구 삭제했어요. 마지막 흔적은 단골을 다시 시작할 때 지워져요.</translation>
    </message>
    <message>
        <source>Erasing a contact</source>
        <translation>고객 영구 삭제 중</translation>
    </message>
</context>
</TS>
