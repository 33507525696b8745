"""How the API and the worker reach the database and the cache."""
import os

import psycopg2
import redis

HEARTBEAT = "worker:alive"
QUEUE = "orders"


def database():
    """A new connection; host, user and database come from libpq's own variables."""
    with open(os.environ["PASSWORD_FILE"]) as file:
        return psycopg2.connect(password=file.read().strip(), connect_timeout=3)


def cache():
    return redis.Redis(host=os.environ["REDIS_HOST"], socket_timeout=3, decode_responses=True)
