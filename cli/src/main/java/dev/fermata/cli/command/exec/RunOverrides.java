package dev.fermata.cli.command.exec;

import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.PublishAddress;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Mount;
import dev.fermata.model.PortMapping;
import dev.fermata.model.text.MountText;
import dev.fermata.planner.request.Overrides;
import dev.fermata.planner.request.Overrides.Streams;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Makes of the flags of {@code run}, and of where it is called, what one run has of its own. */
record RunOverrides(Session session, Projects projects, RunFlags flags) {

  Overrides of(Optional<List<String>> command, Streams streams) {
    return new Overrides(
        command,
        flags.entrypoint(),
        environment(),
        flags.user(),
        flags.folder(),
        streams,
        flags.capabilities(),
        flags.mounts().stream().map(this::mount).toList(),
        flags.ports().map(ports -> ports.stream().map(this::published).toList()),
        flags.labels());
  }

  private PortMapping published(PortMapping port) {
    Optional<PublishAddress> address = session.globals().model().publishAddress();
    return address.map(it -> it.in(port)).orElse(port);
  }

  /** Flags win over files, and an earlier file over a later one; what has no value is left out. */
  private SequencedMap<String, String> environment() {
    var all = new LinkedHashMap<String, String>();
    for (String variable : new BareNames(projects, session).filled(flags.environment())) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        all.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    for (String file : flags.environmentFiles()) {
      Map<String, String> outer = new TreeMap<>(session.invocation().environment());
      outer.putAll(all);
      projects.variablesOf(file, outer).forEach(all::putIfAbsent);
    }
    return all;
  }

  private Mount mount(MountText text) {
    if (!text.isBind()) {
      return new Mount.OfVolume(
          text.source(),
          text.target(),
          text.readOnly(),
          text.noCopy(),
          text.selinux(),
          Optional.empty(),
          new TreeMap<>());
    }
    return new Mount.Bind(
        path(text.source().orElseThrow()),
        text.target(),
        text.readOnly(),
        true,
        text.propagation(),
        Optional.empty(),
        text.selinux());
  }

  /** Relative paths start from where the user is. */
  private String path(String source) {
    Optional<String> home = session.invocation().variable("HOME");
    boolean isHome = source.equals("~") || source.startsWith("~/");
    if (isHome && home.isPresent()) {
      return home.get() + source.substring(1);
    }
    Path here = session.invocation().directory();
    return here.resolve(source).normalize().toString();
  }
}
