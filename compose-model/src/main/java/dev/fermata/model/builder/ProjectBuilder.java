package dev.fermata.model.builder;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.tree.Mapping;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A project made in Java, in the place of a Compose file: the same attributes, the same checks, the
 * same project. A {@code $} in a text is a {@code $}: Java has variables of its own.
 *
 * <pre>{@code
 * Result<Project> shop =
 *     ProjectBuilder.named("shop")
 *         .service("web", web -> web.image("nginx:1").port("8080:80").dependsOn("db"))
 *         .service("db", db -> db.image("postgres:17").volume("data:/var/lib/postgresql/data"))
 *         .volume("data")
 *         .build();
 * }</pre>
 */
public final class ProjectBuilder {
  private static final Sources NO_FILES = path -> new Sources.Content.Absent();

  private final Attributes document = new Attributes("project");
  private LoadRequest request = LoadRequest.of("/", Map.of());

  private ProjectBuilder() {}

  public static ProjectBuilder named(String name) {
    return new ProjectBuilder().set(ProjectTable.NAME.name(), name);
  }

  /** Where relative paths start: an absolute path; without one, at the root. */
  public ProjectBuilder directory(String directory) {
    request = request.in(directory, request.environment());
    return this;
  }

  /** What services get of variables that they name without a value. */
  public ProjectBuilder environment(Map<String, String> environment) {
    request = request.in(request.currentDirectory(), environment);
    return this;
  }

  /** The active profiles. */
  public ProjectBuilder profiles(String... profiles) {
    request = request.withProfiles(profiles);
    return this;
  }

  /** Any attribute of the top level, as {@link Attributes#set} takes it. */
  public ProjectBuilder set(String attribute, Object value) {
    document.set(attribute, value);
    return this;
  }

  public ProjectBuilder service(String name, Consumer<ServiceBuilder> service) {
    var builder = new ServiceBuilder(ProjectTable.SERVICES + "." + name);
    service.accept(builder);
    return put(ProjectTable.SERVICES, name, builder.mapping());
  }

  public ProjectBuilder network(String name) {
    return network(name, network -> {});
  }

  public ProjectBuilder network(String name, Consumer<Attributes> network) {
    return resource(ProjectTable.NETWORKS, name, network);
  }

  public ProjectBuilder volume(String name) {
    return volume(name, volume -> {});
  }

  public ProjectBuilder volume(String name, Consumer<Attributes> volume) {
    return resource(ProjectTable.VOLUMES, name, volume);
  }

  public ProjectBuilder secret(String name, Consumer<Attributes> secret) {
    return resource(ProjectTable.SECRETS, name, secret);
  }

  public ProjectBuilder config(String name, Consumer<Attributes> config) {
    return resource(ProjectTable.CONFIGS, name, config);
  }

  private ProjectBuilder resource(
      Attribute<?> section, String name, Consumer<Attributes> resource) {
    var attributes = new Attributes(section + "." + name);
    resource.accept(attributes);
    return put(section, name, attributes.mapping());
  }

  private ProjectBuilder put(Attribute<?> section, String name, Mapping mapping) {
    document.put(section.name(), name, mapping);
    return this;
  }

  /** The project and all that there is to say about it. No file is there to be read. */
  public Result<Project> build() {
    return build(NO_FILES);
  }

  /** The same, with files: those that services name in {@code env_file}, or extend. */
  public Result<Project> build(Sources files) {
    return new Loader(files).load(document.mapping(), request);
  }
}
