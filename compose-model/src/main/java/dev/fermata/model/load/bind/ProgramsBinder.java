package dev.fermata.model.load.bind;

import dev.fermata.model.LanguageModel;
import dev.fermata.model.Programs;
import dev.fermata.model.Programs.ModelUse;
import dev.fermata.model.Provider;
import dev.fermata.model.schema.ModelTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.ServiceModelTable;
import dev.fermata.model.schema.service.ProviderTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds what other programs do for services. */
final class ProgramsBinder {
  private ProgramsBinder() {}

  static Programs programs(Mapping service, ProjectContext context) {
    return new Programs(
        ServiceTable.PROVIDER.in(service).map(provider -> provider(provider, context)),
        uses(service));
  }

  private static Provider provider(Mapping provider, ProjectContext context) {
    return new Provider(
        ProviderTable.TYPE.in(provider).orElse(""),
        ProviderTable.OPTIONS.in(provider).orElseGet(TreeMap::new),
        context.variablesOfFiles());
  }

  private static SortedMap<String, ModelUse> uses(Mapping service) {
    var uses = new TreeMap<String, ModelUse>();
    service
        .entriesOf(ContainerTable.MODELS.name())
        .forEach((key, entry) ->
            uses.put(
                key,
                entry.value() instanceof Mapping use
                    ? ModelUse.of(
                        key,
                        said(ServiceModelTable.ENDPOINT.in(use)),
                        said(ServiceModelTable.MODEL.in(use)))
                    : ModelUse.of(key, Optional.empty(), Optional.empty())));
    return uses;
  }

  private static Optional<String> said(Optional<String> name) {
    return name.filter(text -> !text.isEmpty());
  }

  static LanguageModel model(String key, Mapping model) {
    return new LanguageModel(
        key,
        ModelTable.MODEL.in(model).orElse(""),
        ModelTable.CONTEXT_SIZE.in(model).filter(size -> size > 0),
        ModelTable.RUNTIME_FLAGS.in(model).orElse(List.of()));
  }
}
