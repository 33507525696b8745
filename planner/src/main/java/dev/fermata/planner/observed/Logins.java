package dev.fermata.planner.observed;

/** Whether the docker client of this machine is logged in anywhere. */
public enum Logins {
  NONE,
  SOME
}
