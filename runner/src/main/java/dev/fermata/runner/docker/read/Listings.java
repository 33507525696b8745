package dev.fermata.runner.docker.read;

import dev.fermata.model.Platform;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.listing.ImageListing;
import dev.fermata.runner.engine.listing.LabelledImage;
import dev.fermata.runner.engine.listing.ProcessTable;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.time.Instant;
import java.util.Optional;

/** What is only shown. */
public final class Listings {
  private Listings() {}

  public static ProcessTable processes(Json top) {
    return new ProcessTable(
        top.texts("Titles"),
        top.at("Processes").items().stream()
            .map(process -> process.items().stream().map(Json::text).toList())
            .toList());
  }

  public static ImageListing image(Json item) {
    return new ImageListing(
        item.text("Id"),
        new Platform(item.text("Os"), item.text("Architecture"), item.text("Variant")),
        item.at("Size").number(),
        moment(item.text("Created")),
        moment(item.at("Metadata", "LastTagTime").text()));
  }

  public static LabelledImage labelledImage(Json item) {
    return new LabelledImage(
        item.text("Id"),
        item.text("ParentId"),
        item.texts("RepoTags"),
        item.texts("RepoDigests"),
        Instant.ofEpochSecond(item.at("Created").number()),
        item.at("Size").number(),
        item.at("SharedSize").number(),
        item.at("Containers").number(),
        item.at("Labels").textMembers());
  }

  private static Optional<Instant> moment(String text) {
    return Optional.of(Inspection.time(text)).filter(time -> !time.equals(Instant.EPOCH));
  }

  public static VolumeListing volume(Json item) {
    return new VolumeListing(
        item.text("Name"),
        item.text("Driver"),
        item.text("Mountpoint"),
        item.text("Scope"),
        item.at("Labels").textMembers());
  }
}
