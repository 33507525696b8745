package dev.fermata.model.load.file;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

/** Bytes of a file as text: UTF-8, or what a byte order mark says. */
final class Decoding {
  private Decoding() {}

  /** {@code kind} makes the source of its name and its text. */
  static Result<SourceText> decode(
      String name, byte[] content, BiFunction<String, String, SourceText> kind) {
    if (content.length > Sources.MAX_SIZE) {
      return Result.failed(List.of(tooLarge(name)));
    }
    Charset charset = charset(content);
    var characters = CharBuffer.allocate(content.length + 1);
    var bytes = ByteBuffer.wrap(content);
    CoderResult outcome = charset.newDecoder().decode(bytes, characters, true);
    var source = kind.apply(name, withoutMark(characters.flip().toString()));
    if (!outcome.isError()) {
      return Result.of(source);
    }
    var place = source.position(source.text().length());
    String found = "0x%02X".formatted(content[bytes.position()]);
    return Result.failed(
        List.of(
            Diagnostic.error(
                    Code.YAML_SYNTAX,
                    new Span(source, place, place.plusColumns(1)),
                    "the byte %s is not valid %s",
                    Quote.word(found),
                    Quote.word(charset.name()))
                .hint("save the file as UTF-8")));
  }

  private static Diagnostic tooLarge(String name) {
    return Diagnostic.error(
        Code.TOO_LARGE,
        Span.ofFile(name),
        "the file is larger than %s MiB",
        Quote.number(Sources.MAX_SIZE >> 20));
  }

  private static Charset charset(byte[] content) {
    if (startsWith(content, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(content, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
