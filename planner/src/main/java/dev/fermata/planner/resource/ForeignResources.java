package dev.fermata.planner.resource;

import dev.fermata.model.Network;
import dev.fermata.model.Volume;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.scene.UpScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Networks and volumes that have the name of one of the project, and were made by somebody else.
 * They are used as they are; the words are Docker Compose's.
 */
public final class ForeignResources {
  private ForeignResources() {}

  public static List<String> notes(UpScene scene) {
    List<String> notes = new ArrayList<>();
    for (Network network : scene.networks()) {
      scene
          .inventory()
          .network(network.name())
          .filter(there -> !network.external() && !scene.isOurs(there.labels()))
          .ifPresent(there -> notes.add(note(scene, network, there.labels())));
    }
    for (Volume volume : scene.volumes()) {
      scene
          .inventory()
          .volume(volume.name())
          .filter(there -> !volume.external() && !scene.isOurs(there.labels()))
          .ifPresent(there -> notes.add(note(scene, volume, there.labels())));
    }
    return notes;
  }

  private static String note(UpScene scene, Network network, Map<String, String> labels) {
    String owner =
        labels.containsKey(Labels.PROJECT)
            ? "for project \"" + scene.project().name() + "\""
            : "by compose";
    return "a network with name %s exists but was not created %s. Set `external: true` to use an existing network"
        .formatted(network.name(), owner);
  }

  private static String note(UpScene scene, Volume volume, Map<String, String> labels) {
    String owner =
        labels.containsKey(Labels.PROJECT)
            ? "was created for project \"%s\" (expected \"%s\")"
                .formatted(labels.get(Labels.PROJECT), scene.project().name())
            : "was not created by Docker Compose";
    return "volume \"%s\" already exists but %s. Use `external: true` to use an existing volume"
        .formatted(volume.name(), owner);
  }
}
