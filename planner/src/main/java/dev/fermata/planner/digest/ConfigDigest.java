package dev.fermata.planner.digest;

import dev.fermata.model.Value;
import dev.fermata.model.digest.Sha256;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A short digest for each field of a definition, so that a change can be named later without the
 * values being kept. As a label it reads {@code v1 field=digest field=digest ...}.
 *
 * <p>A value is hashed with its owner and its field, so that equal passwords do not show; the
 * digest of a secret one is so short that a guess cannot be confirmed by it.
 */
public record ConfigDigest(SortedMap<String, String> digests) {
  private static final String VERSION = "v1";
  private static final int PLAIN_LENGTH = 8;
  private static final int SECRET_LENGTH = 5;

  public ConfigDigest {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** The digest of some fields of {@code owner}, a name such as {@code shop/db}. */
  static ConfigDigest of(String owner, SortedMap<String, Value> fields) {
    SortedMap<String, String> digests = new TreeMap<>();
    fields.forEach((field, value) -> digests.put(field, digest(owner, field, value)));
    return new ConfigDigest(digests);
  }

  private static String digest(String owner, String field, Value value) {
    byte[] hash = Sha256.of(owner, field, value.reveal());
    return switch (value) {
      case Value.Plain plain -> shortened(hash, PLAIN_LENGTH);
      case Value.Sensitive secret -> shortened(hash, SECRET_LENGTH);
    };
  }

  private static String shortened(byte[] hash, int length) {
    return Base64.getUrlEncoder().encodeToString(hash).substring(0, length);
  }

  /** Empty for a label of a version that we do not know. */
  public static Optional<ConfigDigest> parse(String label) {
    String[] words = label.split(" ", -1);
    if (!words[0].equals(VERSION)) {
      return Optional.empty();
    }
    SortedMap<String, String> digests = new TreeMap<>();
    for (String word : List.of(words).subList(1, words.length)) {
      int equals = word.lastIndexOf('=');
      if (equals > 0) {
        digests.put(unescape(word.substring(0, equals)), word.substring(equals + 1));
      }
    }
    return Optional.of(new ConfigDigest(digests));
  }

  public String label() {
    StringBuilder label = new StringBuilder(VERSION);
    for (Map.Entry<String, String> field : digests.entrySet()) {
      label.append(' ').append(escape(field.getKey())).append('=').append(field.getValue());
    }
    return label.toString();
  }

  private static String escape(String field) {
    return field.replace("%", "%25").replace(" ", "%20");
  }

  private static String unescape(String field) {
    return field.replace("%20", " ").replace("%25", "%");
  }

  /** What this one says otherwise than {@code before}. */
  public List<FieldChange> changesSince(ConfigDigest before) {
    if (digests.equals(before.digests)) {
      return List.of();
    }
    SortedSet<String> fields = new TreeSet<>(digests.keySet());
    fields.addAll(before.digests.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String field : fields) {
      kind(before.digests.get(field), digests.get(field))
          .ifPresent(kind -> changes.add(new FieldChange(field, kind)));
    }
    return changes;
  }

  private static Optional<FieldChange.Kind> kind(@Nullable String before, @Nullable String now) {
    if (before == null) {
      return Optional.of(FieldChange.Kind.ADDED);
    }
    if (now == null) {
      return Optional.of(FieldChange.Kind.REMOVED);
    }
    return now.equals(before) ? Optional.empty() : Optional.of(FieldChange.Kind.CHANGED);
  }
}
