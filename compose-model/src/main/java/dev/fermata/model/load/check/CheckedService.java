package dev.fermata.model.load.check;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import java.util.List;
import java.util.Optional;

/** A service under examination: its canonical form, and where findings about it go. */
record CheckedService(String name, Span nameSpan, Mapping service, List<Diagnostic> findings) {
  <T> Optional<T> get(Attribute<T> attribute) {
    return attribute.in(service);
  }

  /** The text of an attribute for messages. */
  Quote quote(Attribute<?> attribute) {
    return service.get(attribute.name()).map(Nodes::quote).orElse(Quote.name(""));
  }

  boolean has(Attribute<?> attribute) {
    return service.get(attribute.name()).isPresent();
  }

  /** The place of an attribute, else of the service. */
  Span at(Attribute<?> attribute) {
    Mapping.Entry entry = service.entries().get(attribute.name());
    return entry == null ? nameSpan : entry.keySpan();
  }

  void error(Code code, Span span, @CompileTimeConstant String template, MessagePart... parts) {
    findings.add(Diagnostic.error(code, span, template, parts));
  }
}
