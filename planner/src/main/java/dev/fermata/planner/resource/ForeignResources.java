package dev.fermata.planner.resource;

import dev.fermata.model.Network;
import dev.fermata.model.Volume;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Networks and volumes that have the name of one of the project, and were made by somebody else.
 * They are used as they are; the words are Docker Compose's.
 */
public final class ForeignResources {
  private ForeignResources() {}

  public static List<String> notes(UpInput input) {
    List<String> notes = new ArrayList<>();
    for (Network network : input.networks()) {
      input
          .inventory()
          .network(network.name())
          .filter(there -> !network.external() && !input.isOurs(there.labels()))
          .ifPresent(there -> notes.add(note(input, network, there.labels())));
    }
    for (Volume volume : input.volumes()) {
      input
          .inventory()
          .volume(volume.name())
          .filter(there -> !volume.external() && !input.isOurs(there.labels()))
          .ifPresent(there -> notes.add(note(input, volume, there.labels())));
    }
    return notes;
  }

  private static String note(UpInput input, Network network, Map<String, String> labels) {
    String why =
        labels.containsKey(Labels.PROJECT)
            ? ComposeSentences.networkNotCreatedFor(network.name(), input.project().name())
            : ComposeSentences.networkNotCreatedByCompose(network.name());
    return why + ". Set `external: true` to use an existing network";
  }

  private static String note(UpInput input, Volume volume, Map<String, String> labels) {
    String why =
        labels.containsKey(Labels.PROJECT)
            ? ComposeSentences.volumeCreatedFor(
                volume.name(), labels.get(Labels.PROJECT), input.project().name())
            : ComposeSentences.volumeNotCreatedByCompose(volume.name());
    return why + ". Use `external: true` to use an existing volume";
  }
}
