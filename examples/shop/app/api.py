"""The shop's page and its API. The page answers 200 only when every part of the stack works."""
import html
import json
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from backends import HEARTBEAT, QUEUE, cache, database


def products():
    """The products with their orders; the list is kept in the cache for two seconds."""
    kept = cache().get("products")
    if kept:
        return json.loads(kept)
    rows = query("SELECT p.id, p.name, p.price, count(o.id), count(o.shipped)"
                 " FROM products p LEFT JOIN orders o ON o.product = p.id GROUP BY p.id ORDER BY p.id")
    found = [dict(zip(("id", "name", "price", "ordered", "shipped"), (row[0], row[1], str(row[2]), *row[3:]))) for row in rows]
    cache().set("products", json.dumps(found), ex=2)
    return found


def query(statement, values=()):
    connection = database()
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()
    finally:
        connection.close()


def order(product):
    """The number of the new order, or None where there is no such product."""
    placed = query("INSERT INTO orders (product) SELECT id FROM products WHERE id = %s RETURNING id", (product,))
    if not placed:
        return None
    cache().lpush(QUEUE, placed[0][0])
    cache().delete("products")
    return placed[0][0]


def parts():
    """What the page says about each part: (name, works, text)."""
    checks = (
        ("database", lambda: f"{query('SELECT count(*) FROM products')[0][0]} products"),
        ("migration", lambda: "version " + query("SELECT max(version)::text FROM schema_version")[0][0]),
        ("cache", lambda: f"page asked for {cache().incr('visits')} times"),
        ("worker", heartbeat),
    )
    return [(name, *outcome(check)) for name, check in checks]


def outcome(check):
    try:
        return True, check()
    except Exception as problem:
        return False, str(problem).strip() or type(problem).__name__


def heartbeat():
    if not cache().exists(HEARTBEAT):
        raise RuntimeError("no sign of life in the last 5 seconds")
    return "alive"


PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Shop</title>
<style>
  body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #222 }}
  table {{ border-collapse: collapse; width: 100%; margin: 1rem 0 }}
  td, th {{ text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd }}
  .yes {{ color: #176b2c }} .no {{ color: #b3261e }}
</style>
<h1>Shop</h1>
<table>
  <tr><th>Product<th>Price<th>Ordered<th>Shipped<th></tr>
{products}
</table>
<h2>Behind this page</h2>
<table>
{parts}
</table>
</html>
"""


def page(found, goods):
    return PAGE.format(
        products="\n".join(
            f"  <tr><td>{html.escape(p['name'])}<td>{p['price']}<td>{p['ordered']}<td>{p['shipped']}"
            f"<td><form method=post action=/orders/{p['id']}><button>Order</button></form></tr>" for p in goods),
        parts="\n".join(
            f"  <tr><td>{name}<td class={'yes' if works else 'no'}>{'works' if works else 'fails'}<td>{html.escape(text)}</tr>"
            for name, works, text in found))


class Shop(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/health":
            works, text = outcome(lambda: query("SELECT 1") and cache().ping() and "ok")
            return self.answer(200 if works else 503, text, "text/plain")
        if self.path == "/":
            found = parts()
            works = all(part[1] for part in found)
            return self.answer(200 if works else 503, page(found, products() if works else []))
        if self.path == "/api/products":
            return self.answer(200, json.dumps(products()), "application/json")
        return self.answer(404, "not found", "text/plain")

    def do_POST(self):
        product = self.path.removeprefix("/orders/")
        if product == self.path or not product.isdigit():
            return self.answer(404, "not found", "text/plain")
        works, number = outcome(lambda: order(int(product)))
        if not works:
            return self.answer(503, number, "text/plain")
        if number is None:
            return self.answer(404, "no such product", "text/plain")
        print(f"order {number} of product {product}")
        return self.answer(303, "", "text/plain", Location="/")

    do_HEAD = do_GET

    def answer(self, status, text, kind="text/html", **headers):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("listening on port 8000")
ThreadingHTTPServer(("", 8000), Shop).serve_forever()
