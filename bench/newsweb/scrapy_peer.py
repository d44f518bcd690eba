"""The peer of the mill on a news web: Scrapy asks, feedparser reads feeds, trafilatura extracts.

Reads one share of the feeds by host (`--share 0/2` is the first half) and writes one JSON line a document;
with `--elastic URL` it also indexes them in bulks of 100. Title and date are the feed's where it has them.
"""
import argparse
import calendar
import json
import time

import feedparser
from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import TextResponse
from trafilatura import bare_extraction

parser = argparse.ArgumentParser()
parser.add_argument("--feeds", required=True)
parser.add_argument("--dump", required=True)
parser.add_argument("--share", default="0/1")
parser.add_argument("--elastic")
options = parser.parse_args()

SETTINGS = {
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 15,
    "DOWNLOAD_MAXSIZE": 20_000_000,
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
}


def iso(parsed):
    return parsed and time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(calendar.timegm(parsed)))


def entries(kind, response):
    """Address, title and date of what a channel lists."""
    if kind == "list":
        return [(a.attrib["href"], None, None) for a in response.css("main a[href]")]
    if kind == "sitemap":
        response.selector.remove_namespaces()
        urls = response.xpath("//url")
        return [(u.xpath("loc/text()").get(), u.xpath(".//title/text()").get(), u.xpath(".//publication_date/text()").get()) for u in urls]
    found = feedparser.parse(response.body).entries
    return [(e.get("link"), e.get("title"), iso(e.get("published_parsed") or e.get("updated_parsed"))) for e in found]


class News(Spider):
    name = "news"
    waiting = []

    async def start(self):
        share, of = map(int, options.share.split("/"))
        with open(options.feeds) as file:
            feeds = [feed for feed in json.load(file) if feed["host"] % of == share]
        for feed in feeds:
            yield Request(feed["url"], self.read_channel, cb_kwargs={"kind": feed["kind"]})

    def read_channel(self, response, kind):
        for link, title, published in entries(kind, response):
            if link:
                yield response.follow(link, self.read_page, cb_kwargs={"title": title, "published": published})

    def read_page(self, response, title, published):
        found = isinstance(response, TextResponse) and bare_extraction(response.text, url=response.url, with_metadata=True)
        if not found:
            return
        document = {"url": response.url, "title": title or found.title, "body": found.text, "published": published or found.date}
        dump.write(json.dumps(document) + "\n")
        if options.elastic:
            self.waiting.append({"_index": "news", "_source": document})
            if len(self.waiting) == 100:
                self.index()

    def index(self):
        helpers.bulk(elastic, self.waiting)
        self.waiting.clear()

    def closed(self, reason):
        if self.waiting:
            self.index()


if options.elastic:
    from elasticsearch import Elasticsearch, helpers

    elastic = Elasticsearch(options.elastic)
with open(options.dump, "w", buffering=1) as dump:
    process = CrawlerProcess(SETTINGS)
    process.crawl(News)
    process.start()
