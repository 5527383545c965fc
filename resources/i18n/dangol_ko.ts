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
        <source>The customer book of a small shop, on this PC, offline. Free software under the MIT licence. Icons: Lucide (ISC). Window: Qt (LGPL).</source>
        <translation>작은 가게의 고객 수첩이에요. 인터넷 없이 이 PC에서 써요. MIT 라이선스의 자유 소프트웨어예요. 아이콘: Lucide (ISC). 창: Qt (LGPL).</translation>
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
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
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
        <source>Before a restore</source>
        <translation>복원 직전</translation>
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
        <source>Restoring first saves what you have now, so you can always come back.</source>
        <translation>복원하기 전에 지금 내용을 먼저 저장하니 언제든 되돌아올 수 있어요.</translation>
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
    <message>
        <source>Backups of Dangol (*.db)</source>
        <translation>단골 백업 (*.db)</translation>
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
    <name>Chip</name>
    <message>
        <source>Delete key takes the filter away</source>
        <translation>Delete 키로 필터를 지워요</translation>
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
        <source>Label of a column</source>
        <translation>다른 열의 이름표</translation>
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
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>최근 연락</translation>
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
        <source>Number</source>
        <translation>번호</translation>
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
    <name>ContactFinder</name>
    <message>
        <source>Nobody fits “{text}”</source>
        <translation>“{text}”에 맞는 고객이 없어요</translation>
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
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Dangol met a mistake of its own. What you saved is safe, and you can go on working. The report holds no names and no numbers of customers.</source>
        <translation>단골 프로그램에 오류가 있었어요. 저장한 내용은 안전하고, 계속 일할 수 있어요. 보고서에는 고객의 이름이나 번호가 들어 있지 않아요.</translation>
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
        <source>{n} of {total}</source>
        <translation>{total}명 중 {n}번째</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세</translation>
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
        <source>Open as a page</source>
        <translation>전체 화면으로 열기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>상세 닫기</translation>
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
        <source>Tag</source>
        <translation>태그</translation>
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
        <source>Customer since {month}</source>
        <translation>{month}부터 고객</translation>
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
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>Text of the entry</source>
        <translation>기록 내용</translation>
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
        <source>other programs (.csv, exactly as it is)</source>
        <translation>다른 프로그램용 (.csv, 있는 그대로)</translation>
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
        <source>Excel workbook (*.xlsx)</source>
        <translation>엑셀 통합 문서 (*.xlsx)</translation>
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
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
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
        <source>Remove</source>
        <translation>빼기</translation>
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
    <name>FullPage</name>
    <message>
        <source>Contact</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}명 중 {n}번째</translation>
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
        <source>Close</source>
        <translation>닫기</translation>
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
        <source>Why</source>
        <translation>이유</translation>
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
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>{what}, {done} of {total}</source>
        <translation>{what}, {total}개 중 {done}개</translation>
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
        <source>Save what is being written</source>
        <translation>쓰던 것 저장하기</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
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
        <source>Filters: {names}</source>
        <translation>필터: {names}</translation>
    </message>
    <message>
        <source>Remove “{filter}”</source>
        <translation>“{filter}” 빼기</translation>
    </message>
    <message>
        <source>Nobody fits these filters</source>
        <translation>필터에 맞는 고객이 없어요</translation>
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
        <source>Open this contact</source>
        <translation>이 고객 열기</translation>
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
        <source>&amp;Settings</source>
        <translation>설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quick log…</source>
        <translation>빠른 기록(&amp;Q)…</translation>
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
        <source>&amp;Trash</source>
        <translation>휴지통(&amp;T)</translation>
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
    <name>OwnerRow</name>
    <message>
        <source>Owner of the shop</source>
        <translation>사장님</translation>
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
        <source>Type &gt; for commands, # for tags</source>
        <translation>명령은 &gt;, 태그는 #</translation>
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
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>{name} 님과</translation>
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
    <name>PersonRow</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
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
        <source>Password, then Enter</source>
        <translation>암호를 쓰고 Enter</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>파일 암호</translation>
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
        <source>This file cannot be imported</source>
        <translation>이 파일은 가져올 수 없어요</translation>
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
        <translation>축소</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>확대</translation>
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
        <source>Page {n} of {m}</source>
        <translation>{n} / {m}쪽</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>전체 쪽</translation>
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
        <source>Last interactions</source>
        <translation>최근 활동</translation>
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
</context>
<context>
    <name>Program</name>
    <message>
        <source>Open another shop</source>
        <translation>다른 가게 열기</translation>
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
</context>
<context>
    <name>PropertyRow</name>
    <message>
        <source>Enter changes it</source>
        <translation>Enter로 바꿔요</translation>
    </message>
</context>
<context>
    <name>QuickLog</name>
    <message>
        <source>Log a contact</source>
        <translation>연락 기록</translation>
    </message>
    <message>
        <source>Name, initials or last four digits</source>
        <translation>이름, 초성, 전화 끝 네 자리</translation>
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
    <name>RemovableTag</name>
    <message>
        <source>Delete key takes the tag off</source>
        <translation>Delete 키로 태그를 떼요</translation>
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
        <source>Keep what is there</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Go back to this backup?</source>
        <translation>이 백업으로 돌아갈까요?</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Result of the import</source>
        <translation>가져오기 결과</translation>
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
    <name>RowHeader</name>
    <message>
        <source>Column headers</source>
        <translation>열 머리글</translation>
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
        <source>may be {names}</source>
        <translation>혹시 {names}</translation>
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
        <source>The file wins over what is there</source>
        <translation>파일 내용으로 바꾸기</translation>
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
    <message>
        <source>South Korea</source>
        <translation>대한민국</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>오스트리아</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>호주</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>캐나다</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>스위스</translation>
    </message>
    <message>
        <source>China</source>
        <translation>중국</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>독일</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>스페인</translation>
    </message>
    <message>
        <source>France</source>
        <translation>프랑스</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>영국</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>홍콩</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>아일랜드</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>이탈리아</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>일본</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>네덜란드</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>뉴질랜드</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>필리핀</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>싱가포르</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>태국</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>대만</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>미국</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>베트남</translation>
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
        <source>Pinned notes and birthdays stand here.</source>
        <translation>고정한 메모와 생일이 여기에 보여요.</translation>
    </message>
    <message>
        <source>Pinned notes</source>
        <translation>고정한 메모</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>고객이 된 때</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
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
        <source>Name of the list</source>
        <translation>목록 이름</translation>
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
    <name>Story</name>
    <message>
        <source>Timeline</source>
        <translation>기록</translation>
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
    <name>WaitingPage</name>
    <message>
        <source>Opening the shop</source>
        <translation>가게를 여는 중</translation>
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
        <source>Bring your customers from Excel or CSV. Dangol finds the columns for you.</source>
        <translation>엑셀이나 CSV에 있는 고객을 가져와요. 열은 단골이 알아서 찾아요.</translation>
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
        <source>Open its file</source>
        <translation>그 파일 열기</translation>
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
</TS>
