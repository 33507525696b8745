package dev.fermata.runner.engine;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.util.List;

/** The named volumes of an engine. */
public interface Volumes {

  /** Those that carry the project's label, by name. */
  List<VolumeListing> list(ProjectName project);

  /** Those that no container has, whoever made them, by name. */
  List<VolumeListing> unused();

  void create(VolumeSpec volume);

  /** Idempotent. */
  void remove(String name);
}
