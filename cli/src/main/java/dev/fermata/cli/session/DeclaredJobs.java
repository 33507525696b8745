package dev.fermata.cli.session;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Project;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.JobTable;
import dev.fermata.model.schema.service.TriggerTable;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The active jobs of a project: nobody but {@code run} starts one. */
public record DeclaredJobs(Map<String, Mapping> jobs) {

  public static DeclaredJobs of(Project project) {
    var jobs = new TreeMap<String, Mapping>();
    project
        .definition()
        .tree()
        .entriesOf(ProjectTable.JOBS.name())
        .forEach((name, entry) -> {
          if (entry.value() instanceof Mapping job) {
            jobs.put(name, job);
          }
        });
    return new DeclaredJobs(jobs);
  }

  boolean has(String name) {
    return jobs.containsKey(name);
  }

  /** What would be waited for in vain is refused rather than left out. */
  public void requireNoneScheduled() {
    String scheduled = named(DeclaredJobs::isScheduled);
    if (!scheduled.isEmpty()) {
      throw EarlyEnd.refused(
          ComposeSentences.SCHEDULED_JOBS.formatted(scheduled),
          "let something else call `run` at these times, or keep the job behind a profile");
    }
  }

  /** Tells of those that an {@code up} does not start. */
  void warn(Session session) {
    if (!jobs.isEmpty()) {
      session
          .err()
          .println(
              "warning: " + ComposeSentences.JOBS_ARE_NOT_STARTED.formatted(named(job -> true)));
    }
  }

  private static boolean isScheduled(Mapping job) {
    return !JobTable.TRIGGERS
        .in(job)
        .flatMap(TriggerTable.SCHEDULE::in)
        .orElse(List.of())
        .isEmpty();
  }

  private String named(Predicate<Mapping> wanted) {
    return jobs.entrySet().stream()
        .filter(job -> wanted.test(job.getValue()))
        .map(Map.Entry::getKey)
        .collect(joining(", "));
  }

  /** Why a job is no service to a command that wants one. */
  static EarlyEnd notAService(String name) {
    return EarlyEnd.refused(
        ComposeSentences.JOB_IS_RUN_ONLY.formatted(name), "`run %s` runs it".formatted(name));
  }
}
