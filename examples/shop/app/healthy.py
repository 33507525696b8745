"""The API's healthcheck: exit code 0 if it reaches its database and its cache."""
import sys
import urllib.request

try:
    urllib.request.urlopen("http://127.0.0.1:8000/health", timeout=4)
except OSError as problem:
    sys.exit(f"the API is not healthy: {problem}")
