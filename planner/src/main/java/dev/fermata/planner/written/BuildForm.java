package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.LONG;
import static dev.fermata.planner.written.Forms.PLATFORM;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.VALUE;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.map;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;
import static dev.fermata.planner.written.Forms.sortedSet;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.ByteSize;
import dev.fermata.model.FileSource;
import dev.fermata.model.Resources;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.Builder;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Images to be made. */
final class BuildForm {
  private static final Form<BuildContext> CONTEXT =
      Forms.of(BuildContext::text, it -> BuildContext.of(PlainValues.text(it)));

  private static final Form<Build.Source> SOURCE =
      Fields.form(
          it ->
              Fields.none()
                  .put("context", it.context(), CONTEXT)
                  .put("dockerfile", it.dockerfile(), optional(TEXT))
                  .put("inline", it.dockerfileInline(), optional(TEXT))
                  .put("target", it.target(), optional(TEXT))
                  .put("contexts", it.contexts(), sortedMap(CONTEXT)),
          it ->
              new Build.Source(
                  it.get("context", CONTEXT),
                  it.get("dockerfile", optional(TEXT)),
                  it.get("inline", optional(TEXT)),
                  it.get("target", optional(TEXT)),
                  it.get("contexts", sortedMap(CONTEXT))));

  private static final Form<Build.Image> IMAGE =
      Fields.form(
          it ->
              Fields.none()
                  .put("labels", it.labels(), sortedMap(TEXT))
                  .put("tags", it.tags(), list(TEXT))
                  .put("platforms", it.platforms(), list(PLATFORM))
                  .put("provenance", it.provenance(), optional(TEXT))
                  .put("sbom", it.sbom(), optional(TEXT)),
          it ->
              new Build.Image(
                  it.get("labels", sortedMap(TEXT)),
                  it.get("tags", list(TEXT)),
                  it.get("platforms", list(PLATFORM)),
                  it.get("provenance", optional(TEXT)),
                  it.get("sbom", optional(TEXT))));

  private static final Form<Build.Caches> CACHES =
      Fields.form(
          it ->
              Fields.none()
                  .put("from", it.from(), list(TEXT))
                  .put("to", it.to(), list(TEXT))
                  .put("without", it.without(), list(TEXT)),
          it ->
              new Build.Caches(
                  it.get("from", list(TEXT)),
                  it.get("to", list(TEXT)),
                  it.get("without", list(TEXT))));

  private static final Form<Resources.Ulimit> ULIMIT =
      Fields.form(
          it -> Fields.none().put("soft", it.soft(), LONG).put("hard", it.hard(), LONG),
          it -> new Resources.Ulimit(it.get("soft", LONG), it.get("hard", LONG)));

  private static final Form<ByteSize> SIZE =
      Forms.of(ByteSize::bytes, it -> new ByteSize(PlainValues.whole(it)));

  private static final Form<Build.Sandbox> SANDBOX =
      Fields.form(
          it ->
              Fields.none()
                  .put("network", it.network(), optional(TEXT))
                  .put("hosts", it.extraHosts(), list(TEXT))
                  .put("shm-size", it.shmSize(), optional(SIZE))
                  .put("ulimits", it.ulimits(), sortedMap(ULIMIT))
                  .put("isolation", it.isolation(), optional(TEXT))
                  .put("entitlements", it.entitlements(), sortedSet(TEXT)),
          it ->
              new Build.Sandbox(
                  it.get("network", optional(TEXT)),
                  it.get("hosts", list(TEXT)),
                  it.get("shm-size", optional(SIZE)),
                  it.get("ulimits", sortedMap(ULIMIT)),
                  it.get("isolation", optional(TEXT)),
                  it.get("entitlements", sortedSet(TEXT))));

  private static final Form<Build.Access> ACCESS =
      Fields.form(
          it ->
              Fields.none()
                  .put("secrets", it.secrets(), sortedMap(TEXT))
                  .put("agents", new LinkedHashMap<>(it.agents()), Forms.entries(TEXT)),
          it ->
              new Build.Access(
                  it.get("secrets", sortedMap(TEXT)),
                  sorted(it.get("agents", Forms.entries(TEXT)))));

  private static final Form<Build> BUILD =
      Fields.form(
          it ->
              Fields.none()
                  .put("source", it.source(), SOURCE)
                  .put("args", it.args(), map(VALUE))
                  .put("image", it.image(), IMAGE)
                  .put("caches", it.caches(), CACHES)
                  .put("sandbox", it.sandbox(), SANDBOX)
                  .put("access", it.access(), ACCESS)
                  .put("options", it.options(), ResourceForms.constants(Build.Option.class)),
          it ->
              new Build(
                  it.get("source", SOURCE),
                  it.get("args", map(VALUE)),
                  it.get("image", IMAGE),
                  it.get("caches", CACHES),
                  it.get("sandbox", SANDBOX),
                  it.get("access", ACCESS),
                  it.get("options", ResourceForms.constants(Build.Option.class))));

  private static final Form<FileSource> SECRET = Fields.form(BuildForm::write, BuildForm::read);

  private static final Form<Builder> BUILDER =
      Forms.omitted(Fields.form(BuildForm::write, BuildForm::readBuilder), Builder.USUAL);

  static final Form<BuildRequest> REQUEST =
      Fields.form(
          it ->
              Fields.none()
                  .put("builder", it.builder(), BUILDER)
                  .put("build", it.build(), BUILD)
                  .put("tags", it.tags(), list(TEXT))
                  .put("labels", it.labels(), sortedMap(TEXT))
                  .put("platforms", it.platforms(), list(PLATFORM))
                  .put("secrets", it.secrets(), sortedMap(SECRET)),
          it ->
              new BuildRequest(
                  it.get("builder", BUILDER),
                  it.get("build", BUILD),
                  it.get("tags", list(TEXT)),
                  it.get("labels", sortedMap(TEXT)),
                  it.get("platforms", list(PLATFORM)),
                  it.get("secrets", sortedMap(SECRET))));

  private BuildForm() {}

  private static Fields write(FileSource secret) {
    return switch (secret) {
      case FileSource.HostFile it -> Fields.of("file").put("path", it.path(), TEXT);
      case FileSource.Content it -> Fields.of("content").put("value", it.value(), VALUE);
      case FileSource.External it -> Fields.of("external");
    };
  }

  private static FileSource read(Fields it) {
    return switch (it.kind()) {
      case "file" -> new FileSource.HostFile(it.get("path", TEXT));
      case "content" -> new FileSource.Content(it.get("value", VALUE));
      case "external" -> new FileSource.External();
      default -> throw it.unknownKind();
    };
  }

  private static Fields write(Builder builder) {
    return switch (builder) {
      case Builder.BuildKit it -> Fields.of("buildkit");
      case Builder.Buildx it ->
          Fields.of("buildx")
              .put("name", it.name(), optional(TEXT))
              .put("because", it.because(), constant(Builder.Because.class));
      case Builder.Classic it ->
          Fields.of("classic").put("because", it.because(), constant(Builder.Because.class));
    };
  }

  private static Builder readBuilder(Fields it) {
    return switch (it.kind()) {
      case "buildkit" -> Builder.USUAL;
      case "buildx" ->
          new Builder.Buildx(
              it.get("name", optional(TEXT)), it.get("because", constant(Builder.Because.class)));
      case "classic" -> new Builder.Classic(it.get("because", constant(Builder.Because.class)));
      default -> throw it.unknownKind();
    };
  }

  private static SortedMap<String, Optional<String>> sorted(
      SequencedMap<String, Optional<String>> entries) {
    return new TreeMap<>(entries);
  }
}
