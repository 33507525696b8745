package dev.fermata.model;

import dev.fermata.model.ready.Readiness;
import java.util.List;
import java.util.Optional;

/** A service: its definition, and what that says, grouped by theme. */
public record Service(ServiceName name, Definition<Themes> definition) {

  /**
   * What is read from the definition of a service. {@code image} is present for every service that
   * has one by name, also for a built one ({@code <project>-<service>} where the user gives none).
   */
  public record Themes(
      ImageRef image,
      Optional<Build> build,
      Process process,
      Networking networking,
      Storage storage,
      Resources resources,
      Security security,
      Checks checks,
      Lifecycle lifecycle,
      Metadata metadata,
      Programs programs,
      List<WatchTrigger> watch) {
    public Themes {
      watch = List.copyOf(watch);
    }
  }

  public ImageRef image() {
    return themes().image();
  }

  public Optional<Build> build() {
    return themes().build();
  }

  public boolean isBuilt() {
    return build().isPresent();
  }

  public Process process() {
    return themes().process();
  }

  public Networking networking() {
    return themes().networking();
  }

  public Storage storage() {
    return themes().storage();
  }

  public Resources resources() {
    return themes().resources();
  }

  public Security security() {
    return themes().security();
  }

  public Optional<Health> health() {
    return themes().checks().health();
  }

  /** How one knows that it is well. */
  public Checks checks() {
    return themes().checks();
  }

  /** When it is ready, where the file says so in our own words. */
  public Optional<Readiness> readiness() {
    return themes().checks().readiness();
  }

  public Lifecycle lifecycle() {
    return themes().lifecycle();
  }

  public Metadata metadata() {
    return themes().metadata();
  }

  public Programs programs() {
    return themes().programs();
  }

  /** Whether another program provides it, so that it has no containers. */
  public boolean isProvided() {
    return programs().provider().isPresent();
  }

  /** What changes of files do to it while somebody watches. */
  public List<WatchTrigger> watch() {
    return themes().watch();
  }

  private Themes themes() {
    return definition.values();
  }

  /** The name of a container of this service, {@code number} from 1. */
  public String containerName(ProjectName project, int number) {
    return metadata()
        .containerName()
        .orElseGet(() -> metadata().naming().join(project, name, number));
  }
}
