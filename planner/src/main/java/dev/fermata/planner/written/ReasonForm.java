package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.PLATFORM;
import static dev.fermata.planner.written.Forms.SERVICE;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.sortedSet;

import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.plan.Reason;

/** Why a step is there. */
final class ReasonForm {
  static final Form<Reason> FORM = Fields.form(ReasonForm::write, ReasonForm::read);

  private static final Form<FieldChange> CHANGE =
      Fields.form(
          it ->
              Fields.none()
                  .put("field", it.field(), TEXT)
                  .put("change", it.kind(), constant(FieldChange.Kind.class)),
          it ->
              new FieldChange(
                  it.get("field", TEXT), it.get("change", constant(FieldChange.Kind.class))));

  private ReasonForm() {}

  private static Fields write(Reason reason) {
    return switch (reason) {
      case Reason.Missing it -> Fields.of("missing");
      case Reason.Changed it -> Fields.of("changed").put("fields", it.fields(), list(CHANGE));
      case Reason.OtherPlatform it ->
          Fields.of("other-platform")
              .put("there", it.there(), sortedSet(PLATFORM))
              .put("wanted", it.wanted(), PLATFORM);
      case Reason.ImageChanged it ->
          Fields.of("image-changed")
              .put("image", it.image(), TEXT)
              .put("from", it.from(), TEXT)
              .put("to", it.to(), TEXT);
      case Reason.Asked it -> Fields.of("asked").put("by", it.by(), TEXT);
      case Reason.NotRunning it -> Fields.of("not-running").put("state", it.state().text(), TEXT);
      case Reason.Surplus it -> Fields.of("surplus").put("wanted", it.wanted(), INT);
      case Reason.Orphan it -> Fields.of("orphan");
      case Reason.Replaces it -> Fields.of("replaces").put("container", it.container(), TEXT);
      case Reason.Leftover it -> Fields.of("leftover").put("of", it.of(), TEXT);
      case Reason.Follows it ->
          Fields.of("follows").put("service", it.service(), SERVICE).put("edge", it.edge(), TEXT);
      case Reason.Rejoins it ->
          Fields.of("rejoins").put("container", it.container(), TEXT).put("edge", it.edge(), TEXT);
      case Reason.ResourceChanged it ->
          Fields.of("resource-changed").put("resource", it.resource(), TEXT);
      case Reason.Namesake it -> Fields.of("namesake").put("kept", it.kept(), TEXT);
      case Reason.GivesAddress it ->
          Fields.of("gives-address").put("address", it.address(), TEXT).put("to", it.to(), SERVICE);
      case Reason.BuiltOn it -> Fields.of("built-on").put("service", it.service(), SERVICE);
      case Reason.Undecided it -> Fields.of("undecided");
      case Reason.SawFiles it ->
          Fields.of("saw-files")
              .put("change", it.change().kind(), constant(EndedJob.Kind.class))
              .put("path", it.change().path(), TEXT);
      case Reason.SawVolume it -> Fields.of("saw-volume").put("volume", it.volume(), TEXT);
      case Reason.SawContainer it ->
          Fields.of("saw-container").put("service", it.service(), SERVICE);
      case Reason.Gates it -> Fields.of("gates").put("waiting", it.waiting(), sortedSet(SERVICE));
    };
  }

  private static Reason read(Fields it) {
    return switch (it.kind()) {
      case "missing" -> new Reason.Missing();
      case "changed" -> new Reason.Changed(it.get("fields", list(CHANGE)));
      case "other-platform" ->
          new Reason.OtherPlatform(
              it.get("there", sortedSet(PLATFORM)), it.get("wanted", PLATFORM));
      case "image-changed" ->
          new Reason.ImageChanged(it.get("image", TEXT), it.get("from", TEXT), it.get("to", TEXT));
      case "asked" -> new Reason.Asked(it.get("by", TEXT));
      case "not-running" -> new Reason.NotRunning(ContainerState.of(it.get("state", TEXT)));
      case "surplus" -> new Reason.Surplus(it.get("wanted", INT));
      case "orphan" -> new Reason.Orphan();
      case "replaces" -> new Reason.Replaces(it.get("container", TEXT));
      case "leftover" -> new Reason.Leftover(it.get("of", TEXT));
      case "follows" -> new Reason.Follows(it.get("service", SERVICE), it.get("edge", TEXT));
      case "rejoins" -> new Reason.Rejoins(it.get("container", TEXT), it.get("edge", TEXT));
      case "resource-changed" -> new Reason.ResourceChanged(it.get("resource", TEXT));
      case "gives-address" ->
          new Reason.GivesAddress(it.get("address", TEXT), it.get("to", SERVICE));
      case "namesake" -> new Reason.Namesake(it.get("kept", TEXT));
      case "built-on" -> new Reason.BuiltOn(it.get("service", SERVICE));
      case "undecided" -> new Reason.Undecided();
      case "saw-files" ->
          new Reason.SawFiles(
              new EndedJob.FileChange(
                  it.get("change", constant(EndedJob.Kind.class)), it.get("path", TEXT)));
      case "saw-volume" -> new Reason.SawVolume(it.get("volume", TEXT));
      case "saw-container" -> new Reason.SawContainer(it.get("service", SERVICE));
      case "gates" -> new Reason.Gates(it.get("waiting", sortedSet(SERVICE)));
      default -> throw it.unknownKind();
    };
  }
}
