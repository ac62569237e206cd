"""RSS, Atom, RDF: fields, zones, encodings, broken and hostile feeds."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.growth import is_linear
from tests.intake.given import failure, of_bytes, only, parted

ITEM = """<item><title>会议召开</title><link>https://example.invalid/1</link><guid>g-1</guid>
<pubDate>Fri, 12 Mar 2021 01:41:26 GMT</pubDate><author>何一舟</author>
<description>会议强调，要抓好落实。</description></item>"""


def rss(items: str = ITEM, encoding: str = "utf-8", head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>{head}<rss version="2.0"'
        f' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>青禾要闻</title><link>https://example.invalid/</link>{items}</channel></rss>"
    )


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>青禾 Atom</title>
<entry><title type="html">会议&lt;b&gt;召开&lt;/b&gt;</title><id>urn:1</id><link href="https://example.invalid/2"/>
<published>2021-03-12T01:41:26Z</published><updated>2021-04-01T00:00:00Z</updated><author><name>何一舟</name></author>
<source><title>临川日报</title></source>
<content type="html">&lt;p&gt;第一段，开头。&lt;/p&gt;&lt;p&gt;第二段，结尾。&lt;/p&gt;</content>
<summary>只是摘要</summary></entry></feed>"""

RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>青禾 RDF</title></channel>
<item rdf:about="y"><title>会议召开</title><link>https://example.invalid/3</link><dc:date>2021-03-12T09:41:26+08:00</dc:date>
<dc:creator>何一舟</dc:creator><description>会议强调，要抓好落实。</description></item></rdf:RDF>"""


def test_rss() -> None:
    article = only(of_bytes(rss().encode()))
    assert article.title == "会议召开"
    assert article.text == "会议召开\n\n会议强调，要抓好落实。"
    assert article.published == "2021-03-12T09:41:26+08:00"
    assert (article.source, article.author) == ("青禾要闻", "何一舟")
    assert (article.url, article.ref) == ("https://example.invalid/1", "g-1")
    assert article.origin == "given: entry 1"


def test_atom() -> None:
    article = only(of_bytes(ATOM.encode()))
    assert article.text == "会议召开\n\n第一段，开头。\n第二段，结尾。"
    assert article.published == "2021-03-12T09:41:26+08:00"
    assert (article.source, article.author, article.url) == ("临川日报", "何一舟", "https://example.invalid/2")


def test_rdf() -> None:
    article = only(of_bytes(RDF.encode()))
    assert (article.title, article.published, article.source) == ("会议召开", "2021-03-12T09:41:26+08:00", "青禾 RDF")


def test_the_full_content_is_preferred_to_the_summary() -> None:
    full = "<content:encoded><![CDATA[<p>全文第一段。</p><div>全文第二段。</div>]]></content:encoded></item>"
    assert only(of_bytes(rss(ITEM.replace("</item>", full)).encode())).text == "会议召开\n\n全文第一段。\n全文第二段。"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("Fri, 12 Mar 2021 09:41:26 +0800", "2021-03-12T09:41:26+08:00"),
        ("Fri, 12 Mar 2021 09:41:26 CST", "2021-03-12T09:41:26+08:00"),
        ("2021-03-12 09:41:26", "2021-03-12T09:41:26+08:00"),
        ("2021-03-12T01:41:26Z", "2021-03-12T09:41:26+08:00"),
        ("2021-03-12", "2021-03-12"),
        ("2021年3月12日 9:41", "2021-03-12T09:41:00+08:00"),
        ("Fri, 31 Feb 2021 09:41:26 GMT", None),
        ("0000-00-00", None),
        ("昨天", None),
    ],
)
def test_dates_and_zones(date: str, iso: str | None) -> None:
    item = ITEM.replace("Fri, 12 Mar 2021 01:41:26 GMT", date)
    assert only(of_bytes(rss(item).encode())).published == iso


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense", "utf-16"])
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_and_lies(name: str, declared: str) -> None:
    assert only(of_bytes(rss(encoding=declared).encode(name))).text.endswith("要抓好落实。")


def test_entries_in_the_order_of_the_feed_and_an_empty_one() -> None:
    items = "".join(ITEM.replace("会议召开", f"会议{i}") for i in range(3)) + "<item><link>x</link></item>"
    articles, failed = parted(of_bytes(rss(items).encode()))
    assert [article.title for article in articles] == ["会议0", "会议1", "会议2"]
    assert [each.origin for each in failed] == ["given: entry 4"]


BROKEN = {
    "cut": rss()[:-20],
    "entities": rss(ITEM.replace("落实", "落实 & 推进 &nbsp; &bogus;")),
    "control": rss(ITEM.replace("会议召开", "会议\x0b召开")),
    "space": "\n\n  " + rss(),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_feeds_give_what_they_hold(broken: str) -> None:
    assert "会议强调" in only(of_bytes(broken.encode())).text


def test_feeds_without_entries_are_reported() -> None:
    assert "without entries" in failure(of_bytes(rss("").encode()))


def test_a_path_or_address_as_a_feed_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    item = ITEM.replace("https://example.invalid/1", "file:///etc/passwd")
    assert only(of_bytes(rss(item).encode())).text.endswith("落实。")


CHAIN = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
BOMBS = {
    "laughs": f'<!DOCTYPE rss [<!ENTITY a "ha">{CHAIN}]>',
    "quadratic": '<!DOCTYPE rss [<!ENTITY a "' + "x" * 50_000 + '">]>',
    "file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:{port}/x.dtd"> %a;]>',
    "public": '<!DOCTYPE rss [<!ENTITY a PUBLIC "p" "http://127.0.0.1:{port}/x">]>',
}


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """A port nobody should ever connect to."""
    server = socket.create_server(("127.0.0.1", 0))
    calls: list[object] = []

    def accept() -> None:
        with suppress(OSError):
            calls.append(server.accept())

    threading.Thread(target=accept, daemon=True).start()
    yield server.getsockname()[1], calls
    server.close()


@pytest.mark.parametrize("kind", BOMBS)
def test_xml_bombs_are_refused_before_a_parser_sees_them(
    kind: str, listener: tuple[int, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feedparser.parse", None)
    port, calls = listener
    item = ITEM.replace("落实", "&a;&j;" + "&a;" * 5000)
    assert "entities" in failure(of_bytes(rss(item, head=BOMBS[kind].replace("{port}", str(port))).encode()))
    assert not calls


@pytest.mark.parametrize(
    "head", ['<!DOCTYPE rss SYSTEM "http://127.0.0.1:{port}/rss.dtd">', '<!DOCTYPE rss [<!ENTITY plain "清楚">]>']
)
def test_harmless_declarations_are_read_without_following_them(head: str, listener: tuple[int, list[object]]) -> None:
    port, calls = listener
    item = ITEM.replace("落实", "&plain;" if "plain" in head else "落实")
    assert "会议强调" in only(of_bytes(rss(item, head=head.replace("{port}", str(port))).encode())).text
    assert not calls


@pytest.mark.parametrize("bomb", ["&lt;a ", "&lt;div&gt;", "<a>", "&amp;#x4e00;", "]]&gt;&lt;!--"])
def test_markup_bombs_within_an_entry_cost_as_much_as_they_are_long(bomb: str) -> None:
    assert is_linear(lambda size: of_bytes(rss(ITEM.replace("会议强调", bomb * size)).encode()), 1_000)


def test_other_xml_is_no_feed() -> None:
    assert "neither" in failure(of_bytes(b'<?xml version="1.0"?><note><to>x</to></note>'))


@pytest.mark.parametrize("shape", [rss, ATOM, RDF], ids=["rss", "atom", "rdf"])
def test_large_feeds_are_read_in_batches(shape: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.intake.batches._SIZE", 2_000)
    monkeypatch.setattr("newstui.intake.feeds._SMALL", 0)
    feed = shape if isinstance(shape, str) else rss()
    start = max(feed.find("<item"), feed.find("<entry"))
    end = feed.find(">", max(feed.rfind("</item"), feed.rfind("</entry"))) + 1
    many = feed[:start] + "\n".join(f"<!-- {i} -->{feed[start:end]}" for i in range(400)) + feed[end:]
    articles, failed = parted(of_bytes(many.encode()))
    assert not failed
    assert [article.origin for article in articles] == [f"given: entry {i}" for i in range(1, 401)]
    assert len({article.id for article in articles}) == 1
    assert articles[0] == only(of_bytes(feed.encode()))


def test_an_entry_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.intake.feeds._SMALL", 0)
    endless = rss().replace("</description></item></channel></rss>", "长" * 7_000_000).encode()
    assert "20 MB" in failure(of_bytes(endless * 1 + b"x" * 14_000_000))


def test_every_element_may_carry_a_prefix() -> None:
    feed = re.sub(r"<(/?)(?=rss|channel|title|link|item|guid|pubDate|author|description)", r"<\1r:", rss())
    feed = feed.replace("<r:rss", '<!-- kept --><r:rss xmlns:r="http://backend.userland.com/rss2"').partition("?>")[2]
    assert only(of_bytes(feed.encode())).title == "会议召开"


def test_a_channel_of_old_is_a_feed() -> None:
    channel = (
        '<CHANNEL HREF="https://example.invalid/"><TITLE>青禾要闻</TITLE><ITEM><TITLE>会议召开</TITLE></ITEM></CHANNEL>'
    )
    assert only(of_bytes(channel.encode())).title == "会议召开"


@pytest.mark.parametrize("xml", ["<note><to>张三</to></note>", "<!-- a --><x:a xmlns:x='y'/>", "<!-- nothing -->"])
def test_xml_of_other_kinds_is_refused_whatever_it_begins_with(xml: str) -> None:
    assert "neither" in failure(of_bytes(xml.encode()))


@pytest.mark.parametrize("hiding", ["<embed src='x'>", "<object data='x'>", "<button>", "<video><audio>"])
def test_an_element_never_closed_hides_nothing(hiding: str) -> None:
    item = ITEM.replace("会议强调，", f"<![CDATA[<p>会议强调，{hiding}</p>]]>")
    assert only(of_bytes(rss(item).encode())).text.endswith("要抓好落实。")


def test_a_picture_alone_is_no_text() -> None:
    item = "<item><description>&lt;img src='x' alt='图'&gt;</description></item>"
    assert "without title and text" in failure(of_bytes(rss(item).encode()))


def test_other_alphabets_are_read_as_declared() -> None:
    item = ITEM.replace("会议强调，要抓好落实。", "년")
    assert only(of_bytes(rss(item, encoding="euc-kr").encode("cp949", "replace"))).text.endswith("년")
