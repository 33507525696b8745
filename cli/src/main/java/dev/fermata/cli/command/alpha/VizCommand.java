package dev.fermata.cli.command.alpha;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.text.graph.VizDot;
import dev.fermata.cli.text.graph.VizDot.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Prints the services as Docker Compose draws them. Needs no engine. */
public final class VizCommand implements Command {
  /** Graphviz does not mind, and nobody reads beyond it. */
  private static final int WIDEST = 1_000;

  private static final Flag<Boolean> PORTS =
      Flag.off("With the ports that services publish", "--ports");
  private static final Flag<Boolean> NETWORKS =
      Flag.off("With the networks that services are in", "--networks");
  private static final Flag<Boolean> IMAGE = Flag.off("With the images of services", "--image");
  private static final Flag<Boolean> SPACES =
      Flag.off("Indent with spaces in place of tabs", "--spaces");
  private static final Flag<Integer> INDENTATION =
      Flag.number("N", "How many of them; 1", "--indentation-size").as(VizCommand::width);

  @Override
  public String summary() {
    return "Draw the services and what they depend on, in the language of Graphviz";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(PORTS, NETWORKS, IMAGE, SPACES, INDENTATION);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("alpha viz | dot -Tsvg > services.svg", "A picture of the project"),
        new Example("alpha viz --ports --networks --image", "With what its services use"));
  }

  @Override
  public Call read(Arguments given) {
    Set<Part> parts = parts(given);
    String indentation = (given.has(SPACES) ? " " : "\t").repeat(given.get(INDENTATION));
    return session -> {
      var project = new Projects(session).read(List.of(), Set.of());
      session.out().println(new VizDot(parts, indentation).of(project));
      return Ending.SUCCEEDED;
    };
  }

  private static Set<Part> parts(Arguments given) {
    var parts = EnumSet.noneOf(Part.class);
    if (given.has(NETWORKS)) {
      parts.add(Part.NETWORKS);
    }
    if (given.has(PORTS)) {
      parts.add(Part.PORTS);
    }
    if (given.has(IMAGE)) {
      parts.add(Part.IMAGE);
    }
    return parts;
  }

  private static int width(String flag, OptionalInt given) {
    int width = given.orElse(1);
    if (width < 0 || width > WIDEST) {
      throw new Misuse("`%s` is a number from 0 to %d, not `%d`".formatted(flag, WIDEST, width));
    }
    return width;
  }
}
