#!/bin/sh
# The default server listens on IPv6 as well, where the container has it.
set -e

file=/etc/nginx/conf.d/default.conf
[ -f /proc/net/if_inet6 ] && [ -w "$file" ] || exit 0
grep -q "listen  .::.:80;" "$file" && exit 0
sed -i 's/listen       80;/listen       80;\n    listen  [::]:80;/' "$file"
