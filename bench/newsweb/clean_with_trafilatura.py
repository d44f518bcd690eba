"""Cleans the pages that the mill fetched with trafilatura: one JSON line in ({"url", "html"}), one out; CPU seconds on the last line."""
import json
import sys
import time

import trafilatura

documents = 0
began = time.process_time()
for line in sys.stdin:
    page = json.loads(line)
    result = trafilatura.bare_extraction(page["html"], url=page["url"], with_metadata=True)
    fields = result.as_dict() if hasattr(result, "as_dict") else (result or {})
    documents += 1
    print(json.dumps({"url": page["url"], "title": fields.get("title"), "body": fields.get("text") or "", "published": fields.get("date")}))
print(json.dumps({"pages": documents, "cpuSeconds": round(time.process_time() - began, 2)}), file=sys.stderr)
