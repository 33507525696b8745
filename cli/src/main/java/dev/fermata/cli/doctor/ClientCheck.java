package dev.fermata.cli.doctor;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.plugin.ProgramSearch;
import dev.fermata.runner.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The docker client's settings: whether they can be read, and whether what they name is there. */
record ClientCheck(Map<String, String> environment) {
  private static final String STORE = "credsStore";
  private static final String HELPERS = "credHelpers";

  List<Finding> findings() {
    var config = ClientConfig.of(environment);
    try {
      if (!LocalMachine.has(config.file().toString())) {
        return List.of(
            Finding.fine(Area.CLIENT, "no settings of the docker client in " + config.file()));
      }
      var findings = new ArrayList<Finding>();
      findings.add(Finding.fine(Area.CLIENT, "settings in " + config.file()));
      findings.addAll(helpers(config));
      return findings;
    } catch (EngineException e) {
      return List.of(Finding.wrong(Area.CLIENT, e.getMessage(), "${EDITOR:-vi} " + config.file()));
    }
  }

  /** By program, who names it. */
  private List<Finding> helpers(ClientConfig config) {
    var named = new TreeMap<String, String>();
    config.text(STORE).ifPresent(helper -> named.put(helper, "`" + STORE + "`"));
    config
        .mapping(HELPERS)
        .textMembers()
        .forEach((registry, helper) ->
            named.merge(helper, "`" + registry + "`", (known, more) -> known + ", " + more));
    return named.entrySet().stream()
        .map(entry -> helper(entry.getKey(), entry.getValue(), config))
        .toList();
  }

  private Finding helper(String name, String namedBy, ClientConfig config) {
    String program = "docker-credential-" + name;
    if (new ProgramSearch(config, environment).onPath(program).isPresent()) {
      return Finding.fine(Area.CLIENT, "`" + program + "` keeps the logins of " + namedBy);
    }
    return Finding.wrong(
        Area.CLIENT,
        "`%s`, which is to keep the logins of %s, is not on the PATH: pulls and pushes fail"
            .formatted(program, namedBy),
        "install " + program + ", or take `" + name + "` out of " + config.file());
  }
}
