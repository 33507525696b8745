FROM a
COPY a /
