"""vCards as address books write them, with their quirks."""

from base64 import b64encode
from quopri import encodestring

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 2 + b"\xff\xd9"


def crlf(text: str, encoding: str = "utf-8") -> bytes:
    return f"{text.strip()}\n".replace("\n", "\r\n").encode(encoding)


def base64_lines(content: bytes, width: int = 72, fold: str = "\n ") -> str:
    text = b64encode(content).decode()
    return fold.join(text[at : at + width] for at in range(0, len(text), width))


def quoted(text: str, charset: str = "utf-8") -> str:
    """Every byte as =XX, as phones do."""
    return "".join(f"={byte:02X}" for byte in text.encode(charset))


def soft_quoted(text: str, charset: str = "utf-8") -> str:
    """Quoted-printable with soft line breaks, as mail programs do."""
    return encodestring(text.encode(charset)).decode()


IPHONE = crlf(f"""
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.5//EN
N:김;민수;;;
FN:민수 김
NICKNAME:미니
X-PHONETIC-FIRST-NAME:Minsu
X-PHONETIC-LAST-NAME:Kim
ORG:단골상회;영업부
TITLE:과장
EMAIL;type=INTERNET;type=HOME;type=pref:minsu@example.com
item1.EMAIL;type=INTERNET:shop@example.com
item1.X-ABLabel:가게
TEL;type=CELL;type=VOICE;type=pref:010-1234-5678
TEL;type=WORK;type=VOICE:02-123-4567
TEL;type=WORK;type=FAX:02-123-4568
TEL;type=IPHONE;type=CELL;type=VOICE:010-9999-0000
item2.TEL:070-1111-2222
item2.X-ABLabel:_$!<Other>!$_
item3.ADR;type=HOME;type=pref:;;테헤란로 1길 2\\, 101동 202호;강남구;서울특별시;06234;대한민국
item3.X-ABADR:kr
item4.URL;type=pref:http\\://example.com/shop
item4.X-ABLabel:_$!<HomePage>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-03
item5.X-ABDATE;type=pref:2015-10-09
item5.X-ABLabel:_$!<Anniversary>!$_
item6.X-ABRELATEDNAMES;type=pref:이영희
item6.X-ABLabel:_$!<Spouse>!$_
X-SOCIALPROFILE;type=instagram;x-user=mini_shop:http://instagram.com/mini_shop
item7.IMPP;X-SERVICE-TYPE=KakaoTalk;type=pref:x-apple:minsu_kakao
item7.X-ABLabel:카톡
NOTE:첫째 줄\\n둘째 줄\\, 쉼표\\; 쌍반점
PHOTO;ENCODING=b;TYPE=JPEG:{base64_lines(JPEG)}
X-IMAGETYPE:PHOTO
UID:0a1b2c3d-0000-4000-8000-000000000001
REV:2024-06-01T12:00:00Z
END:VCARD
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.5//EN
N:박;영자;;;
FN:박영자
TEL;type=CELL:010-2222-3333
BDAY;value=date:1962-03-14
X-ALTBDAY;CALSCALE=chinese:007700390209
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:한빛꽃집
ORG:한빛꽃집;
X-ABShowAs:COMPANY
TEL;type=MAIN:02-777-8888
END:VCARD
""")

GOOGLE = crlf("""
BEGIN:VCARD
VERSION:3.0
FN:Sara Lee
N:Lee;Sara;Ann;Dr.;Jr.
NICKNAME:Sal
EMAIL;TYPE=INTERNET;TYPE=WORK:sara@example.com
TEL;TYPE=CELL:+82 10-3333-4444
item1.TEL:+82 2-555-6666
item1.X-ABLabel:Reception
ADR;TYPE=HOME:;;12 Main St;Springfield;IL;62701;USA
item2.ADR:;;세종대로 110;중구;서울;04524;KR
item2.X-ABLabel:_$!<Other>!$_
item3.ORG:Acme
item3.TITLE:Manager
BDAY:1990-02-28
item4.X-ABDATE:20200501
item4.X-ABLabel:First visit
item5.URL:https\\://example.com
item5.X-ABLabel:Blog
item6.X-ABRELATEDNAMES:Tom
item6.X-ABLabel:Brother
NOTE:likes tulips
CATEGORIES:myContacts,VIP,starred
PHOTO:https://example.com/photo.jpg
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:이서연
N:;이서연;;;
TEL;TYPE=CELL:010-5555-6666
BDAY:--0503
CATEGORIES:myContacts
END:VCARD
""")

_OUTLOOK_NOTE = soft_quoted(
    "3월 12일 상담, 결혼식 부케 문의 — 예산은 이십만 원 안팎이고 흰색을 좋아하신다고 하셨음"
)
OUTLOOK = crlf(f"""
BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=ko;CHARSET=ks_c_5601-1987:최;지우
FN;CHARSET=ks_c_5601-1987:최지우
ORG;CHARSET=ks_c_5601-1987:햇살카페;홀
TITLE;CHARSET=ks_c_5601-1987:점장
TEL;WORK;VOICE:02-3456-7890
TEL;CELL;VOICE:010-7777-8888
TEL;WORK;FAX:02-3456-7891
ADR;WORK;PREF;CHARSET=ks_c_5601-1987:;;양화로 45;마포구;서울특별시;04036;대한민국
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=ks_c_5601-1987:{
    quoted("서울특별시 마포구 양화로 45", "cp949")
}=0D=0A=
{quoted("04036 대한민국", "cp949")}
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
URL;WORK:http://sunny.example.com
BDAY:19850917
X-MS-ANNIVERSARY;VALUE=DATE:20100522
EMAIL;PREF;INTERNET:jiwoo@example.com
X-MS-IMADDRESS:jiwoo.im@example.com
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:{_OUTLOOK_NOTE}
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 {base64_lines(JPEG)}

X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="x" ver="1.0"/>
REV:20240102T030405Z
END:VCARD
""", "cp949")  # fmt: skip

NAVER = crlf("""
BEGIN:VCARD
VERSION:3.0
N:;홍길동;;;
FN:홍길동
TEL;TYPE=CELL:010-1212-3434
TEL;TYPE=HOME:031-222-3333
EMAIL;TYPE=INTERNET:hong@naver.com
ADR;TYPE=HOME:;;경기도 성남시 분당구 정자일로 95;;;13561;
BDAY;X-CALENDAR=LUNAR:1970-08-15
ORG:네모식당;주방
CATEGORIES:단골,도매
NOTE:외상 있음
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;임꺽정;;;
FN:임꺽정
TEL;TYPE=CELL:01056567878
BDAY:음력 1955.12.30
X-KAKAO:limkj
END:VCARD
""")

SAMSUNG = crlf(f"""
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted("정")};{quoted("하나")};;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted("정하나")}
X-PHONETIC-LAST-NAME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted("정")}
TEL;CELL;PREF:01044445555
TEL;X-{"가게"}:0311234567
TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,{quoted("매장")}):0317654321
EMAIL;HOME:hana@example.com
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;{quoted("중앙로 7, 2층")};;;;
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted("장미를 좋아함")}=0A=
{quoted("카드 결제")}
BDAY:--05-03
X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/nickname;{
    quoted("하니")
};1;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2011-11-11;1;;;;;;;;;;;;;
X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/relation;{
    quoted("정둘")
};0;{quoted("동생")};;;;;;;;;;;;
PHOTO;ENCODING=BASE64;JPEG:{base64_lines(JPEG)}

END:VCARD
""")
