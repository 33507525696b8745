package dev.fermata.cli.scenario;

/** The first number of an engine's version, which says what its BuildKit can do. */
record EngineRelease(int number) {

  static EngineRelease of(Scenario scenario) {
    String version = scenario.docker("version", "--format", "{{.Server.Version}}");
    return new EngineRelease(Integer.parseInt(version.substring(0, version.indexOf('.'))));
  }

  boolean isBefore(int other) {
    return number < other;
  }
}
