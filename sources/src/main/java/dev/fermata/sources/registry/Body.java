package dev.fermata.sources.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What is sent with a request: so many bytes, brought only when they are wanted. */
interface Body {
  /** What is no larger is held in memory. */
  long SMALL = 1 << 20;

  Body NONE = of(new byte[0]);

  long size();

  void writeTo(OutputStream out) throws IOException;

  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Body of(byte[] content) {
    return of(content.length, out -> out.write(content));
  }

  static Body of(long size, Source source) {
    return new Body() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        source.writeTo(out);
      }
    };
  }

  /** Where bytes come from. */
  interface Source {
    void writeTo(OutputStream out) throws IOException;
  }
}
