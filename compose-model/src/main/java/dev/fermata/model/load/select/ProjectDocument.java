package dev.fermata.model.load.select;

import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A canonical document with the enabled services; the disabled ones are kept beside it. */
public record ProjectDocument(Mapping document, Map<String, Mapping.Entry> disabled) {
  public ProjectDocument {
    disabled = new LinkedHashMap<>(disabled);
  }

  /** The enabled services, or another section of the document. */
  public Map<String, Mapping.Entry> section(Attribute<?> section) {
    return document.entriesOf(section.name());
  }

  public Map<String, Mapping.Entry> services() {
    return section(ProjectTable.SERVICES);
  }

  public Optional<Mapping.Entry> anyService(String name) {
    return Optional.ofNullable(services().get(name))
        .or(() -> Optional.ofNullable(disabled.get(name)));
  }

  public ProjectDocument withServices(
      Map<String, Mapping.Entry> enabled, Map<String, Mapping.Entry> leftOut) {
    return new ProjectDocument(withSection(ProjectTable.SERVICES, enabled), leftOut);
  }

  Mapping withSection(Attribute<?> section, Map<String, Mapping.Entry> entries) {
    if (!(document.get(section.name()).orElse(null) instanceof Mapping mapping)) {
      return document;
    }
    return document.with(section.name(), mapping.withEntries(entries));
  }
}
