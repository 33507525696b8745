package dev.fermata.planner.container;

import dev.fermata.planner.fate.Fate;
import dev.fermata.planner.fate.ServiceFate;

/** How a container is replaced by its successor. */
sealed interface Recreation permits InPlace {
  void add(ServiceFate fate, Fate.Recreate recreate);
}
