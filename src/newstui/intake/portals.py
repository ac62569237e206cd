"""What the portals of China call the parts of their pages.

Names seen in the templates of people.com.cn, xinhuanet.com, news.cn, 163.com, sina.com.cn, ifeng.com, thepaper.cn,
guancha.cn, qq.com, sohu.com, huanqiu.com, chinanews.com, cctv.com, gmw.cn, ce.cn, youth.cn, mp.weixin.qq.com, and
in the content systems of governments: TRS, Hanweb (jpaas), Visual SiteBuilder (vsb), UCAP, ASP.NET sites.
"""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import late

BODIES: Final = (
    "js_content",
    "ucap-content",
    "pages_content",
    "rm_txt_con",
    "rwb_zw",
    "post_body",
    "endtext",
    "artibody",
    "all-txt",
    "news_txt",
    "detailcontent",
    "p-detail",
    "v_news_content",
    "vsb_content",
    "trs_ueditor",
    "trs_editor",
    "trs_autoadd",
    "zoom",
    "zoomcon",
    "contenttext",
    "contxt",
    "articlecontent",
    "article-content",
    "article_content",
    "content-article",
    "newscontent",
    "news_content",
    "news-content",
    "contentmain",
    "u-maintext",
    "left_zw",
    "content_area",
    "main-aticle",
    "mp-editor",
    "articletext",
    "bodytext",
    "main_content",
    "text_content",
    "wp_articlecontent",
    "bt-content",
    "bt_content",
    "wzcon",
    "artcontent",
    "j-fontcontent",
    "con_text",
    "txtcont",
    "article-body",
    "lblcontent",
)
"""Identifiers and classes, in lower case, that mean the body and nothing else; the more certain first."""

BODY_LIKE: Final = late(
    r"index_cententwrap|index_text_|text-3\w{5,}|lblcontent$|_content$|^content_|vsb_content_\d|articlebody|artical_real"
)
"""Parts of names that mean the body where templates are compiled or generated."""

TITLES: Final = late(
    r"(?:^|[\s_-])(?:title|tit|bt|headline|main-title|post_title|arti[_-]?title|news_title|activity-name|rich_media_title|"
    r"artical_topic|index_title\w*|h-title|article[_-]?title|lbl_?title|newstitle|wzbt|xl_?tit\w*|detail[_-]?title)(?:$|[\s_-])",
    re.I,
)
"""Names of the element that holds the headline."""

NOISE: Final = late(
    r"(?:^|[\s_-])(?:share\w*|bdshare\w*|bdsharebuttonbox|jiathis\w*|relat\w*|recommend\w*|xgxw|xgyd|xgwz|xglj|xgzx|"
    r"comment\w*|gc-comment|pinglun|footer|foot|copyright\w*|crumbs?|breadcrumb|weizhi|dqwz|navbar|nav|topnav|menu|sidebar|"
    r"side|rank\w*|hotnews|tags?|keywords?|key-word|qrcode|ewm|erweima|toolbar|fontsize|pagination|pager|zdfy|"
    r"prevnext|login\w*|search\w*|adver\w*|advert|gg\d*x?\d*|ad|ads|statement|shengming|mianze|editor-tool|post_crumb|"
    r"post_statement|post_recommend\w*|article-bottom|article_bottom|show_statement|tadd|qr_code_pc|rewardbox|"
    r"mod-share|function_mod\w*|hot-?words?|p-tags-tiyi|tiyi\w*|print|dayin|close|gwxg|attention|app-?down\w*|xzkhd|"
    r"tuijian\w*|fenxiang\w*|paihang\w*|shenming|backsohucom|backqqcom|video-?info|newdigg|digg\w*|"
    r"img-special|article-other-special|next-news|prev|next|userControl|others|appendix|slide-?bar|top_nav|wx_profile\w*)"
    r"(?:$|[\s_-])",
    re.I,
)
"""Names of what is no part of an article: shares, related news, comments, menus, tools."""

CROWDED: Final = late(
    r"(?:^|[\s_-])(?:comment\w*|gc-comment|pinglun|recommend\w*|post_recommend\w*|relat\w*|footer|copyright)(?:$|[\s_-])",
    re.I,
)
"""Those of them that may well hold more words than the article."""

TITLE_METAS: Final = ("articletitle", "article_title", "og:title", "twitter:title", "weibo: article:title")
DATE_METAS: Final = (
    "pubdate",
    "publishdate",
    "publish_date",
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "apub:time",
    "bytedance:published_time",
    "weibo: article:create_at",
    "datepublished",
    "pub_date",
    "createdate",
    "firstpublishedtime",
    "dc.date.issued",
    "_pubtime",
    "publishtime",
    "publish_time",
    "others",
)
SOURCE_METAS: Final = ("contentsource", "source", "mediaid", "og:article:author", "article:author", "content-source")
URL_METAS: Final = ("og:url", "url", "canonical")

SITE_TAIL: Final = late(
    r"(?:\s*[-_|—–·]+\s*|--|__|\s+)[^-_|—–]{0,40}?(?:网|网站|新闻|日报|晚报|时报|早报|在线|政府|委员会|频道|门户|客户端|手机|中心|大学|中学|"
    r"小学|学院|学校|医院|集团|公司|厅|局|部|办|院|平台|订阅|资讯|专栏|动态|要闻|时政|正文|The Paper)[^-_|—–]{0,12}$"
)
"""What follows the headline in the title of a page: ``_网易新闻``, ``--时政--人民网``."""

TOP_LINE: Final = late(
    r"^(?:您?(?:现在|当前)?(?:所在|的)?位置[:：]|首页\s*[>»›]|字体?[:：大号]|【?字(?:体|号)|分享(?:到|至)?[:：]?|浏览(?:次数|量)|阅读(?:次数|量)?[:：]|"
    r"点击(?:数|量|次数|率)|访问(?:次数|量)|(?:【|\[)?(?:打印|关闭|收藏)|来源于?[:：]|信息来源[:：]|文章来源[:：]|发布(?:时间|日期|者|人|机构|单位)?[:：]|"
    r"时间[:：]|日期[:：]|作者[:：]|编辑[:：]|稿源[:：]|责任编辑[:：]|(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?[^，。；]{0,60}$|"
    r"最后更新|发表于\s*(?:19|20)\d\d|"
    r"[^，。；]{0,40}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日? +\d{1,2}:\d\d(?::\d\d)?$|"
    r"订阅|已订阅|收藏|听新闻|[A-Za-z]?[+-]$|小$|中$|大$|\d{1,6}$)"
)
"""Lines between headline and body that are no text."""

TOOL_LINE: Final = late(
    r"^(?:分享(?:到|至)?[:：]?|字(?:体|号)?[:：大]|【?字(?:体|号)|图集|组图|视频|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:数|量|次数|率)|"
    r"【?(?:打印|收藏|关闭)】?|听新闻|订阅|[A-Za-z]?[+-]|T \+|小|中|大|\d{1,6})[^，。]{0,12}$"
)
"""Tools at the top of a body."""

LAST_LINE: Final = late(
    r"^[【\[（(]?\s*(?:打印|关闭|收藏|返回|分享|纠错|我要纠错|举报|回到|扫一扫|扫码|微信扫|用微信扫|(?:阅读|查看)原文|上一[篇条页]|下一[篇条页]|"
    r"浏览(?:次数|量)|点击(?:数|量|次数)|更多(?:精彩|内容|新闻)|加载更多|点赞|在看|评论|喜欢此内容|轻触阅读|预览时标签|关注(?:我们|微信|$)|"
    r"进入.{1,12}论坛|我来说两句|网友评论|热门(?:推荐|评论)|\d+\s*(?:人|条)?(?:评论|跟贴|参与)|附件下载[:：]?$|标签[:：]?\s|关键词[:：]|"
    r"(?:责任编辑|编辑)[:：]\s*$|顶一下|踩一下|发表评论|点击(?:进入|查看|观看|阅读|下载)|分享让更多人看到|为[您你]推荐|打开.{2,12}(?:阅读|查看)|"
    r"跟贴|\(完\)\s*返回|【?编辑邮箱|网站纠错|END$|END\s*—)(?!.{30})(?!.*。)|^[-—=_*·]{3,}[^，。]{0,8}[-—=_*·]*$"
)
"""Short lines after the body: tools, and links to what comes next."""

NOTICE: Final = late(
    r"^[【\[（(*]?\s*(?:版权(?:声明|所有)|免责声明|特别声明|郑重声明|声明[:：]|原标题[:：]|转载请|未经.{0,10}授权|"
    r"本文(?:为|仅代表|来自).{0,30}(?:观点|立场|作者)|Notice: |更多精彩内容请|本网站所刊载|正文已结束|"
    r".{0,20}更多原创资讯)"
)
"""Notices of portals after the body, whole sentences of them."""

RELATED: Final = late(
    r"^[【\[（(]?\s*(?:相关(?:新闻|链接|阅读|报道|文章|信息|推荐|稿件|专题|内容|资讯)|推荐(?:阅读|新闻|文章)|延伸阅读|猜你喜欢|热门(?:新闻|文章|推荐)|"
    r"热点(?:新闻|推荐)|精彩推荐|往期(?:推荐|回顾|精彩)|更多新闻|新闻排行|最新(?:新闻|文章)|今日(?:热点|推荐)|为[您你]推荐|推荐(?:内容|视频)|大家都在看|"
    r"新闻(?:推荐|评论|排行榜?))\s*[】\])）:：]?"
)
"""A line that opens a list of other articles."""

FOOT: Final = late(
    r"^[【\[（(]?\s*(?:(?:本文|信息)?来源[:：][^，。]{0,40}(?:责任编辑|责编|编辑)[:：]|发布(?:日期|时间)[:：][^，。]{8,60}$|"
    r"信息来源[:：][^，。]{0,40}$|附件[:：]?$)"
)
"""A line below the text that says where it came from and when."""

EDITOR: Final = late(
    r"(?:^|(?<=[】\s]))[【\[（(]?\s*(?:责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|值班主任|监制)\s*[:：|丨/]\s*[^\s:：】)）].{0,60}"
)
"""Credits that pages put after the body, in a short line."""
