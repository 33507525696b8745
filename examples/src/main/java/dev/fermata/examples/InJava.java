package dev.fermata.examples;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Project;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Stack;
import dev.fermata.runner.docker.DockerEngine;
import dev.fermata.runner.event.Report;
import java.time.Duration;

/** A stack without a Compose file: a page that is served once the store behind it is healthy. */
public final class InJava {
  private InJava() {}

  /** The project, and all that is wrong with it, if anything is: the same as of a file. */
  static Result<Project> project(String name, int port) {
    return ProjectBuilder.named(name)
        .service(
            "store",
            store ->
                store
                    .image("redis:7")
                    .volume("data:/data")
                    .healthcheck(Duration.ofSeconds(30), "redis-cli", "ping"))
        .service(
            "page",
            page ->
                page.image("busybox")
                    .command("httpd", "-f", "-p", "80", "-h", "/www")
                    .config("page", "/www/index.html")
                    .port("127.0.0.1:" + port + ":80")
                    .set("init", true)
                    .dependsOn("store", Condition.HEALTHY))
        .volume("data")
        .config("page", page -> page.set("content", "made in Java, for $0\n"))
        .build();
  }

  static Report up(Stack stack, Project project) {
    return carriedOut(stack, new Request.Up(project, UpOptions.DEFAULT));
  }

  static Report down(Stack stack, Project project) {
    var options = DownOptions.DEFAULT.withVolumes(DownOptions.Volumes.REMOVE);
    return carriedOut(stack, new Request.Down(Target.of(project), options));
  }

  /** Events tell of each step while it is done; here they go nowhere. */
  private static Report carriedOut(Stack stack, Request request) {
    return switch (stack.run(request, event -> {}, new Cancellation())) {
      case RunResult.Ran ran -> ran.report();
      case RunResult.Refused refused ->
          throw new IllegalStateException("refused: " + refused.problems());
    };
  }

  /** Brings the stack up where there is an argument {@code up}, and takes it down otherwise. */
  public static void main(String[] arguments) {
    Project project = project("in-java", 8000).value().orElseThrow();
    try (var engine = DockerEngine.connect(System.getenv())) {
      var stack = new Stack(engine, Budgets.DEFAULT);
      boolean up = arguments.length > 0 && arguments[0].equals("up");
      Report report = up ? up(stack, project) : down(stack, project);
      System.out.println(report.succeeded() ? "done in " + report.took() : "failed: " + report);
    }
  }
}
