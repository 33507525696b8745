package dev.fermata.runner.docker.plugin;

import dev.fermata.model.Provider;
import dev.fermata.planner.spec.ProviderCall.Command;
import dev.fermata.runner.docker.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a provider says of itself, if anything: which parameters its commands take. One that says
 * nothing takes whatever it is given.
 */
record ProviderMetadata(Json said) {
  static final ProviderMetadata NONE = new ProviderMetadata(Json.ABSENT);

  static ProviderMetadata of(String text) {
    try {
      Json said = Json.parse(text);
      return said.isMapping() ? new ProviderMetadata(said) : NONE;
    } catch (IOException e) {
      // Docker Compose takes it for nothing too: a provider need not know the question.
      return NONE;
    }
  }

  boolean isSaid() {
    return said.isMapping();
  }

  /** To stop is a thing that a provider has to say it can. */
  boolean has(Command command) {
    return switch (command) {
      case UP, DOWN -> true;
      case STOP -> said.at("stop").isMapping();
    };
  }

  boolean takes(Command command, String option) {
    return isEmpty() || parameters(command).stream().anyMatch(it -> it.text("name").equals(option));
  }

  /** The name of a parameter that the command cannot do without. */
  Optional<String> missing(Command command, Provider provider) {
    return isEmpty()
        ? Optional.empty()
        : parameters(command).stream()
            .filter(parameter -> parameter.isTrue("required"))
            .map(parameter -> parameter.text("name"))
            .filter(name -> !provider.options().containsKey(name))
            .findFirst();
  }

  private boolean isEmpty() {
    return said.text("description").isEmpty()
        && said.at("up", "parameters").isAbsent()
        && said.at("down", "parameters").isAbsent();
  }

  private List<Json> parameters(Command command) {
    return said.at(command.text(), "parameters").items();
  }
}
