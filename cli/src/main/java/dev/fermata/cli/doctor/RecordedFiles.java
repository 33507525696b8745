package dev.fermata.cli.doctor;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.sources.FileSources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the files of a project, where they are on this machine. Nothing is fetched. */
record RecordedFiles(Map<String, String> environment) {

  RecordedProject.Files look(RecordedProject project) {
    if (project.files().isEmpty() || !project.files().stream().allMatch(LocalMachine::isAbsolute)) {
      return new RecordedProject.Files.Unknown();
    }
    Optional<String> gone =
        project.files().stream().filter(file -> !LocalMachine.has(file)).findFirst();
    return gone.<RecordedProject.Files>map(RecordedProject.Files.Gone::new)
        .orElseGet(() -> services(project));
  }

  private RecordedProject.Files services(RecordedProject project) {
    var request =
        new LoadRequest(
            project.folder().isEmpty() ? "/" : project.folder(),
            project.files(),
            Optional.of(project.name()),
            Optional.of(project.folder()).filter(folder -> !folder.isEmpty()),
            List.of("*"),
            project.environmentFiles(),
            List.of(),
            environment,
            Set.of(),
            "");
    Result<Project> loaded = new Loader(new FileSources()).load(request);
    if (loaded.hasErrors() || loaded.value().isEmpty()) {
      return new RecordedProject.Files.Unknown();
    }
    Project found = loaded.value().get();
    return new RecordedProject.Files.Found(
        Stream.of(found.services(), found.disabled())
            .flatMap(services -> services.keySet().stream())
            .map(ServiceName::text)
            .collect(Collectors.toSet()));
  }
}
