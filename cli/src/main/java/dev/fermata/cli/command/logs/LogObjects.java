package dev.fermata.cli.command.logs;

import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.Timestamps;
import dev.fermata.model.Naming;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints each line of a container as an object of its own, for other programs. Fields are added,
 * never changed or removed. That a container has ended is no line: {@code events --json} tells it.
 */
final class LogObjects implements EventSink {
  private final ProjectName project;
  private final PrintStream out;

  LogObjects(ProjectName project, PrintStream out) {
    this.project = project;
    this.out = out;
  }

  @Override
  public synchronized void accept(Event event) {
    if (event instanceof Event.LogLine line) {
      out.println(object(line));
      out.flush();
    }
  }

  private String object(Event.LogLine said) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("time", Timestamps.utc(said.line().time()));
      json.writeStringField("service", said.service().text());
      json.writeStringField("container", said.container());
      json.writeNumberField("index", index(said.service(), said.container()));
      json.writeStringField("stream", said.line().origin().name().toLowerCase(Locale.ROOT));
      json.writeStringField("line", said.line().text());
      json.writeEndObject();
    });
  }

  /** The number of the container; one whose name is the user's own is the only one. */
  private int index(ServiceName service, String container) {
    for (Naming naming : Naming.values()) {
      String ours = naming.join(project, service, "");
      int at = container.indexOf(ours);
      String number = at < 0 ? "" : container.substring(at + ours.length());
      if (number.matches("\\d{1,9}")) {
        return Integer.parseInt(number);
      }
    }
    return 1;
  }
}
