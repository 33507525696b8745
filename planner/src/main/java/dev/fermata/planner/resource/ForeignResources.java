package dev.fermata.planner.resource;

import dev.fermata.model.Network;
import dev.fermata.model.Volume;
import dev.fermata.model.text.ComposeSentences;
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
    String why =
        labels.containsKey(Labels.PROJECT)
            ? ComposeSentences.networkNotCreatedFor(network.name(), scene.project().name())
            : ComposeSentences.networkNotCreatedByCompose(network.name());
    return why + ". Set `external: true` to use an existing network";
  }

  private static String note(UpScene scene, Volume volume, Map<String, String> labels) {
    String why =
        labels.containsKey(Labels.PROJECT)
            ? ComposeSentences.volumeCreatedFor(
                volume.name(), labels.get(Labels.PROJECT), scene.project().name())
            : ComposeSentences.volumeNotCreatedByCompose(volume.name());
    return why + ". Use `external: true` to use an existing volume";
  }
}
