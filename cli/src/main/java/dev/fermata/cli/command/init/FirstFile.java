package dev.fermata.cli.command.init;

import java.util.HashSet;
import java.util.List;

/** The text of the file: each service with the reason why it is there. */
final class FirstFile {
  private final StringBuilder text = new StringBuilder();
  private final List<Program> programs;
  private final List<FoundStore> stores;
  private final boolean hasEnvironment;

  private FirstFile(List<Program> programs, List<FoundStore> stores, boolean hasEnvironment) {
    this.programs = programs;
    this.stores = stores;
    this.hasEnvironment = hasEnvironment;
  }

  /** For programs that read an env file beside the compose file. */
  static String withEnvironment(List<Program> programs, List<FoundStore> stores) {
    return new FirstFile(programs, stores, true).written();
  }

  static String of(List<Program> programs, List<FoundStore> stores) {
    return new FirstFile(programs, stores, false).written();
  }

  /** In double quotes, as YAML and shells read them alike. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String written() {
    line("# Written by `fermata init` from what lies in this folder. It is yours: change it.");
    line("# `fermata up -d` brings it up, `fermata lint` says what may hurt.");
    line("services:");
    programs.forEach(this::program);
    stores.forEach(this::store);
    if (stores.stream().anyMatch(found -> found.store().service().data().isPresent())) {
      line("");
      line("# What must outlive its container. `fermata down -v` removes it.");
      line("volumes:");
      stores.forEach(found -> line("  " + found.store().service().name() + "-data:"));
    }
    return text.toString();
  }

  private void program(Program program) {
    line("  # From " + program.source() + ".");
    line("  " + program.service() + ":");
    program.lines().forEach(line -> line("    " + line));
    program.port().ifPresent(this::port);
    if (hasEnvironment) {
      line("    env_file: .env  # its variables, as they are when a container is made");
    }
    if (stores.isEmpty()) {
      return;
    }
    line("    environment:  # wins over env_file: in here, a service is found by its name");
    var said = new HashSet<String>();
    for (FoundStore found : stores) {
      found.variables().stream()
          .filter(said::add)
          .forEach(name -> line("      " + name + ": " + quoted(found.store().access().url())));
    }
    line("    depends_on:  # held back until these are ready");
    for (FoundStore found : stores) {
      line("      " + found.store().service().name() + ":");
      line("        condition: service_healthy");
    }
  }

  private void port(int port) {
    line("    ports:");
    line("      # Of this machine alone; without the address, others reach it as well.");
    line("      - " + quoted("127.0.0.1:" + host(port) + ":" + port));
  }

  /** Below 1024 something else is likely to listen. */
  private static int host(int port) {
    return port < 1_024 ? port + 8_000 : port;
  }

  private void store(FoundStore found) {
    Store.Service service = found.store().service();
    line("  # From " + found.source() + ".");
    line("  " + service.name() + ":");
    line("    image: " + service.image());
    if (!service.environment().isEmpty()) {
      line("    environment:");
      service.environment().forEach(variable -> line("      " + variable));
    }
    service
        .data()
        .ifPresent(data -> {
          line("    volumes:");
          line("      - " + service.name() + "-data:" + data);
        });
    line(
        "    healthcheck:  # says when it can be used; Fermata runs it as often as somebody waits");
    line("      test: " + quoted(service.check()));
    line("      interval: 10s");
    line("      start_period: 30s");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
