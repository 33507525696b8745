package dev.fermata.planner;

/** How a container is replaced by its successor. */
sealed interface Recreation permits InPlace {
  void add(ServiceFate fate, Fate.Recreate recreate);
}
