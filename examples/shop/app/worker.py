"""Ships the orders in the queue, one after the other, and says every second that it is alive."""
import signal
import sys
import time

import redis

from backends import HEARTBEAT, QUEUE, cache, database


def ship(order):
    with database() as connection, connection.cursor() as cursor:
        cursor.execute("UPDATE orders SET shipped = now() WHERE id = %s AND shipped IS NULL", (order,))
    connection.close()
    print(f"shipped order {order}")


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    store = cache()
    print("waiting for orders")
    while True:
        try:
            store.set(HEARTBEAT, int(time.time()), ex=5)
            entry = store.brpop(QUEUE, timeout=1)
            if entry:
                ship(entry[1])
        except redis.RedisError as problem:
            print(f"the cache does not answer: {problem}")
            time.sleep(1)


main()
