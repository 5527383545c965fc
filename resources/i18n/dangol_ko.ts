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
    <name>Chip</name>
    <message>
        <source>Delete key takes the filter away</source>
        <translation>Delete 키로 필터를 지워요</translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>Match {percent} %</source>
        <translation>일치 {percent} %</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(이름 없음)</translation>
    </message>
    <message>
        <source>{column} goes to</source>
        <translation>{column} 가져올 항목</translation>
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
</context>
<context>
    <name>ContactTableModel</name>
    <message>
        <source>Selection</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
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
        <source>Since</source>
        <translation>등록일</translation>
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
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>새 고객</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>고객 검색</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{total}명 중 {found}명</translation>
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
        <source>Nobody fits “{text}”</source>
        <translation>“{text}”에 맞는 고객이 없어요</translation>
    </message>
    <message>
        <source>Try part of a name, initial consonants or the last digits of a phone.</source>
        <translation>이름의 일부나 초성, 전화번호 뒷자리로 찾아보세요.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>검색 지우기</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n}명 선택됨</translation>
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
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>상세 닫기</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 옮기기</translation>
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
        <source>What should the next one at the desk know?</source>
        <translation>다음에 응대할 사람이 알아야 할 것은?</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>새 메모</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>메모 저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Tag, then Enter</source>
        <translation>태그를 쓰고 Enter</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>새 태그</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Customer since {month}</source>
        <translation>{month}부터 고객</translation>
    </message>
</context>
<context>
    <name>Fields</name>
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
        <source>Other phone</source>
        <translation>기타 전화</translation>
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
        <source>About {name}</source>
        <translation>{name} 님의 기록</translation>
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
        <source>Nothing about “{text}”</source>
        <translation>“{text}”에 대한 기록이 없어요</translation>
    </message>
    <message>
        <source>Try part of a name, initial consonants or the last digits of a phone.</source>
        <translation>이름의 일부나 초성, 전화번호 뒷자리로 찾아보세요.</translation>
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
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>In the list of contacts</source>
        <translation>고객 목록에서</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
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
        <source>Put in the trash</source>
        <translation>휴지통에 넣기</translation>
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
        <source>&amp;Export contacts…</source>
        <translation>고객 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>지금 백업(&amp;B)</translation>
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
        <source>Nothing new in them</source>
        <translation>달라진 것 없음</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation>가져올 수 없음</translation>
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
    <message>
        <source>Worth a look</source>
        <translation>살펴볼 것</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Export contacts</source>
        <translation>고객 내보내기</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>엑셀 통합 문서 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated text (*.csv)</source>
        <translation>쉼표로 나눈 텍스트 (*.csv)</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>고객</translation>
    </message>
    <message>
        <source>Exporting contacts</source>
        <translation>고객 내보내는 중</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>백업하는 중</translation>
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
        <source>Type &gt; for commands, # for tags</source>
        <translation>명령은 &gt;, 태그는 #</translation>
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
        <source>Contacts</source>
        <translation>고객</translation>
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
        <source>Nothing found</source>
        <translation>찾은 것이 없습니다</translation>
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
        <source>Check the plan</source>
        <translation>계획 확인</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
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
        <source>Password, then Enter</source>
        <translation>암호를 쓰고 Enter</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>파일 암호</translation>
    </message>
    <message>
        <source>Column in your file</source>
        <translation>파일의 열</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>들어 있는 값</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>가져올 항목</translation>
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
        <source>Import 1 contact</source>
        <translation>고객 1명 가져오기</translation>
    </message>
    <message>
        <source>Import {n} contacts</source>
        <translation>고객 {n}명 가져오기</translation>
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
        <source>Sheet “{sheet}”</source>
        <translation>시트 “{sheet}”</translation>
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
        <source>This very file was imported before: {day}</source>
        <translation>전에 가져온 파일이에요: {day}</translation>
    </message>
    <message>
        <source>No column names</source>
        <translation>열 이름 없음</translation>
    </message>
    <message>
        <source>Names in line {n}</source>
        <translation>{n}행에 열 이름</translation>
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
    <name>PropertyRow</name>
    <message>
        <source>Enter changes it</source>
        <translation>Enter로 바꿔요</translation>
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
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>검색 지우기</translation>
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
    <name>Timeline</name>
    <message>
        <source>Added</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Pinned note</source>
        <translation>고정한 메모</translation>
    </message>
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
    <name>WaitingPage</name>
    <message>
        <source>Opening the shop</source>
        <translation>가게를 여는 중</translation>
    </message>
</context>
</TS>
