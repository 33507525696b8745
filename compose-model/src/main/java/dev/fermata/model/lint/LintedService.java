package dev.fermata.model.lint;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.Service;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service, typed and as a tree, with the place of its name. */
record LintedService(Service service, Span nameSpan) {

  String name() {
    return service.name().text();
  }

  Mapping tree() {
    return service.definition().tree();
  }

  <T> Optional<T> get(Attribute<T> attribute) {
    return attribute.in(tree());
  }

  Optional<Node> node(Attribute<?> attribute) {
    return tree().get(attribute.name());
  }

  /** The items of a list attribute. */
  List<Node> items(Attribute<?> attribute) {
    return node(attribute).orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  boolean has(Attribute<?> attribute) {
    return node(attribute).isPresent();
  }

  Stream<Mapping> preStartHooks() {
    return items(ServiceTable.PRE_START).stream()
        .flatMap(hook -> hook instanceof Mapping mapping ? Stream.of(mapping) : Stream.of());
  }

  /** The place of an attribute's name, else of the service's. */
  Span at(Attribute<?> attribute) {
    Mapping.Entry entry = tree().entries().get(attribute.name());
    return entry == null ? nameSpan : entry.keySpan();
  }

  /** The name for messages. */
  Quote quote() {
    return Quote.name(name());
  }

  Diagnostic doubt(Code code, Attribute<?> attribute, Message message) {
    return Diagnostic.warning(code, at(attribute), message);
  }

  Diagnostic doubt(
      Code code,
      Attribute<?> attribute,
      @CompileTimeConstant String template,
      MessagePart... parts) {
    return Diagnostic.warning(code, at(attribute), template, parts);
  }
}
