package dev.fermata.model.schema.attribute;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes of one kind of mapping, in the order in which Docker Compose prints them. A table
 * fills while its rows are declared and is not changed afterwards.
 */
public final class Table {
  private static final int MANY = 1_000;

  private final String subject;
  private final Extensions extensions;
  private final Map<String, Attribute<?>> rows = new LinkedHashMap<>();
  private final Map<String, Attribute<?>> formerExtensions = new LinkedHashMap<>();
  private final List<Attribute<?>> required = new ArrayList<>();
  private final Map<String, String> replacements = new LinkedHashMap<>();
  private List<Attribute<?>> alternatives = List.of();

  /** Made when it is first asked for: most commands hash nothing. */
  private List<Attribute<?>> hashOrder = List.of();

  private Strays strays = (key, value) -> Optional.empty();

  /** What to say of a key that is unknown here, by what stands at it. */
  public interface Strays {
    Optional<Message> hint(String key, Node value);
  }

  /** What becomes of {@code x-} keys. */
  private enum Extensions {
    REFUSED,
    /** They are the user's own: only the YAML form of the model shows them. */
    ASIDE,
    PRINTED
  }

  private Table(String subject, Extensions extensions) {
    this.subject = subject;
    this.extensions = extensions;
  }

  /** {@code subject} is for messages: {@code a service}. */
  public static Table of(String subject) {
    return new Table(subject, Extensions.ASIDE);
  }

  public static Table withoutExtensions(String subject) {
    return new Table(subject, Extensions.REFUSED);
  }

  public static Table printingExtensions(String subject) {
    return new Table(subject, Extensions.PRINTED);
  }

  public <T> Attribute<T> add(Attribute<T> row) {
    if (rows.put(row.name(), row) != null) {
      throw new IllegalStateException("a bug: two rows for " + row.name());
    }
    if (row.is(Attribute.Trait.REQUIRED)) {
      required.add(row);
    }
    return row;
  }

  public Table addAll(Table other) {
    other.rows.values().forEach(this::add);
    return this;
  }

  /** At least one of these must be there. */
  public void needsOneOf(Attribute<?>... rowsToChoose) {
    alternatives = List.of(rowsToChoose);
  }

  /** Before {@code row} was part of the specification, people wrote it as an extension. */
  public Table formerly(String extension, Attribute<?> row) {
    formerExtensions.put(extension, row);
    return this;
  }

  /** What files for Docker Compose 1 have here under a name, and where that is now. */
  public Table replaced(String name, String now) {
    replacements.put(name, now);
    return this;
  }

  public void explaining(Strays newStrays) {
    strays = newStrays;
  }

  /** The mapping with such extensions under the names that they have now, which win. */
  Mapping renamed(Mapping mapping, Site site) {
    Mapping done = mapping;
    for (Map.Entry<String, Attribute<?>> former : formerExtensions.entrySet()) {
      String name = former.getValue().name();
      Shape<?> shape = former.getValue().shape();
      Mapping rest = done.without(former.getKey());
      Optional<Node> over = rest.get(name).filter(node -> !Nodes.isNull(node));
      done =
          done.get(former.getKey())
              .map(old ->
                  rest.with(name, over.map(o -> laid(old, o, shape, site.key(name))).orElse(old)))
              .orElse(done);
    }
    return done;
  }

  private static Node laid(Node below, Node over, Shape<?> shape, Site site) {
    return shape.merge(shape.expand(below, site), shape.expand(over, site), site);
  }

  public ObjectShape shape() {
    return new ObjectShape(this);
  }

  public Collection<Attribute<?>> attributes() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** The same in the order in which Docker Compose hashes them. */
  public List<Attribute<?>> hashOrder() {
    if (hashOrder.size() < rows.size()) {
      hashOrder = List.copyOf(inHashOrder());
    }
    return hashOrder;
  }

  private List<Attribute<?>> inHashOrder() {
    var followers = new HashMap<String, List<Attribute<?>>>();
    var leaders = new ArrayList<Attribute<?>>();
    for (Attribute<?> row : rows.values()) {
      row.hashedAfter()
          .filter(rows::containsKey)
          .map(leader -> followers.computeIfAbsent(leader, name -> new ArrayList<>()))
          .orElse(leaders)
          .add(row);
    }
    var ordered = new ArrayList<Attribute<?>>();
    leaders.forEach(row -> addWithFollowers(row, followers, ordered));
    return ordered;
  }

  private static void addWithFollowers(
      Attribute<?> row, Map<String, List<Attribute<?>>> followers, List<Attribute<?>> ordered) {
    ordered.add(row);
    followers
        .getOrDefault(row.name(), List.of())
        .forEach(follower -> addWithFollowers(follower, followers, ordered));
  }

  /** Of which at least one must be there, if there are any. */
  public List<Attribute<?>> alternatives() {
    return alternatives;
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(rows.keySet());
  }

  public Optional<Attribute<?>> attribute(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  /** What is for messages: {@code a service}. */
  public String subject() {
    return subject;
  }

  public Shape<?> shape(String name) {
    Attribute<?> row = rows.get(name);
    return row == null ? AnyShape.ANY : row.shape();
  }

  /** Whether a key that starts with {@code x-} is let through. */
  public boolean allowsExtensions() {
    return extensions != Extensions.REFUSED;
  }

  boolean isExtension(String key) {
    return extensions != Extensions.REFUSED && key.startsWith("x-");
  }

  /** Whether it is the user's own, or stands among these for the sake of Docker Compose. */
  public boolean isAside(String key) {
    return extensions == Extensions.ASIDE && isExtension(key);
  }

  private boolean isKnown(String key) {
    return rows.containsKey(key) || (key.startsWith("x-") && extensions != Extensions.REFUSED);
  }

  Mapping check(Mapping mapping, Site site) {
    var unknown = new HashSet<String>();
    Mapping checked =
        mapping.mapValues((key, value) -> {
          if (isKnown(key)) {
            return shape(key).check(value, site.key(key));
          }
          unknown.add(key);
          site.add(unknown(key, Objects.requireNonNull(mapping.entries().get(key)), site));
          return value;
        });
    reportMissing(mapping, site);
    return without(checked, unknown);
  }

  private static Mapping without(Mapping mapping, Set<String> keys) {
    if (keys.isEmpty()) {
      return mapping;
    }
    var kept = new LinkedHashMap<>(mapping.entries());
    kept.keySet().removeAll(keys);
    return mapping.withEntries(kept);
  }

  private Diagnostic unknown(String key, Mapping.Entry entry, Site site) {
    Diagnostic error =
        Diagnostic.error(
            Code.UNKNOWN_ATTRIBUTE,
            entry.keySpan(),
            "unknown attribute `%s` in %s",
            entry.quote(key),
            Quote.word(subject));
    // Beyond a thousand mistakes nobody reads, and guessing would cost more than all else.
    if (site.findings().size() > MANY) {
      return error;
    }
    return strays
        .hint(key, entry.value())
        .or(() -> Optional.ofNullable(replacements.get(key)).map(Table::moved))
        .or(() -> Suggestion.closest(key, rows.keySet()).map(Table::meant))
        .or(() -> Misplacement.hint(key, this, site))
        .or(() -> Suggestion.abbreviated(key, rows.keySet()).map(Table::meant))
        .map(error::hint)
        .orElse(error);
  }

  private static Message meant(String name) {
    return Message.of("did you mean `%s`?", Quote.word(name));
  }

  private static Message moved(String now) {
    return Message.of("it has become the %s", Quote.word(now));
  }

  private void reportMissing(Mapping mapping, Site site) {
    var missing = new ArrayList<MessagePart>();
    for (Attribute<?> row : required) {
      if (!mapping.entries().containsKey(row.name())) {
        missing.add(Quote.word(row));
      }
    }
    if (!missing.isEmpty()) {
      reportMissing(Message.list("`%s`", " and ", missing), mapping, site);
    }
    if (!alternatives.isEmpty()
        && alternatives.stream().noneMatch(row -> mapping.get(row.name()).isPresent())) {
      List<MessagePart> names = alternatives.stream().map(Quote::word).toList();
      reportMissing(Message.list("`%s`", " or ", names), mapping, site);
    }
  }

  private void reportMissing(Message missing, Mapping mapping, Site site) {
    site.faulty(
        Code.MISSING_ATTRIBUTE, mapping.span(), "%s needs %s", Quote.word(subject), missing);
  }
}
