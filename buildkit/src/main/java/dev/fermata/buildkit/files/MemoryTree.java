package dev.fermata.buildkit.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Files that are on no disk, without folders. Their times are made of what is in them: an engine
 * that compares times and sizes sees that another text of the same length is another one.
 */
record MemoryTree(SortedMap<String, byte[]> files) implements FileTree {
  private static final int MODE = 0644;

  private static final class File implements Entry {
    private final String path;
    private final byte[] bytes;

    private File(String path, byte[] bytes) {
      this.path = path;
      this.bytes = bytes;
    }

    @Override
    public String path() {
      return path;
    }

    @Override
    public Attributes attributes() {
      return new Attributes(MODE, bytes.length, time(), Optional.empty(), 0, 0);
    }

    private long time() {
      long hash = 0;
      for (byte one : bytes) {
        hash = (hash ^ one) * 0x100000001b3L;
      }
      // Of the first days of 1970, in nanoseconds.
      return hash >>> 16;
    }

    @Override
    public String target() {
      return "";
    }

    @Override
    public Content content() {
      return () -> Channels.newChannel(new ByteArrayInputStream(bytes));
    }
  }

  @Override
  public List<Entry> top() {
    Comparator<byte[]> bytes = Arrays::compareUnsigned;
    return files.keySet().stream()
        .sorted(Comparator.comparing(name -> name.getBytes(UTF_8), bytes))
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Entry> in(Entry folder) {
    return List.of();
  }

  @Override
  public Optional<Entry> find(String path) {
    return Optional.ofNullable(files.get(path)).map(bytes -> new File(path, bytes));
  }
}
