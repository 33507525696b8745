package dev.fermata.planner.plan;

import dev.fermata.model.Hook;
import dev.fermata.model.ImageRef;
import dev.fermata.model.LanguageModel;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.ProviderCall;
import dev.fermata.planner.spec.VolumeSpec;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** One thing that a plan does. Each is one engine call, a wait, or the wish to plan again. */
public sealed interface Action {

  /** What it is about, for a reader: {@code container shop-db-1}. */
  String subject();

  record CreateNetwork(NetworkSpec network) implements Action {
    @Override
    public String subject() {
      return "network " + network.name();
    }
  }

  record RemoveNetwork(String name, String id) implements Action {
    @Override
    public String subject() {
      return "network " + name;
    }
  }

  /** Puts a container on a network, which the attachment has by the engine's name. */
  record ConnectNetwork(ContainerRef container, ServiceName service, NetworkAttachment attachment)
      implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  record DisconnectNetwork(ContainerRef container, String network) implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  record CreateVolume(VolumeSpec volume) implements Action {
    @Override
    public String subject() {
      return "volume " + volume.name();
    }
  }

  record RemoveVolume(String name) implements Action {
    @Override
    public String subject() {
      return "volume " + name;
    }
  }

  /**
   * {@code services} are those that it is for; {@code otherwise} is done where the image cannot be
   * had.
   */
  record PullImage(
      ImageRef image,
      Optional<Platform> platform,
      SortedSet<ServiceName> services,
      Optional<BuildImage> otherwise)
      implements Action {

    public PullImage(ImageRef image, Optional<Platform> platform, SortedSet<ServiceName> services) {
      this(image, platform, services, Optional.empty());
    }

    public PullImage {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    @Override
    public String subject() {
      return "image " + image;
    }
  }

  /** Gives an image to the registry that its name says. */
  record PushImage(ImageRef image, SortedSet<ServiceName> services) implements Action {
    public PushImage {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    @Override
    public String subject() {
      return "image " + image;
    }
  }

  /** Builds the image of a service; of several, where their builds are the same. */
  record BuildImage(SortedSet<ServiceName> services, ImageRef image, BuildRequest request)
      implements Action {
    public BuildImage {
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }

    /** {@code labels} are written on the image beside the user's own. */
    public static BuildImage of(
        Project project, Service service, SortedMap<String, String> labels) {
      return new BuildImage(
          new TreeSet<>(Set.of(service.name())),
          service.image(),
          BuildRequest.of(project, service, labels));
    }

    /** The first, where there are several. */
    public ServiceName service() {
      return services.first();
    }

    @Override
    public String subject() {
      return "image " + image;
    }
  }

  record RemoveImage(String name) implements Action {
    @Override
    public String subject() {
      return "image " + name;
    }
  }

  /** Removes what builds of a project made and newer ones took the name of, unless it is in use. */
  record RemoveReplaced(ProjectName project) implements Action {
    @Override
    public String subject() {
      return "images of " + project + " that builds replaced";
    }
  }

  record CreateContainer(ContainerSpec spec) implements Action {
    @Override
    public String subject() {
      return "container " + spec.name();
    }
  }

  record RenameContainer(ContainerRef container, String to) implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  /** Writes the content of secrets and configs that are not host files into a created container. */
  record InjectFiles(ContainerRef container, ServiceName service, List<ContainerFile> files)
      implements Action {
    public InjectFiles {
      files = List.copyOf(files);
    }

    @Override
    public String subject() {
      return "container " + container;
    }
  }

  record StartContainer(ContainerRef container, ServiceName service) implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  /**
   * Runs a command in a container to its end; {@code index} is its place in the list of its stage.
   */
  record RunHook(ContainerRef container, ServiceName service, HookStage stage, int index, Hook hook)
      implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }

    /** As messages name it: {@code post_start[0]}. */
    public String title() {
      return stage.text() + "[" + index + "]";
    }
  }

  /** Starts a container of {@code pre_start}, and waits until it has ended well. */
  record RunInitContainer(ContainerRef container, ServiceName service, int index)
      implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }

    /** As messages name it: {@code pre_start[0]}. */
    public String title() {
      return "pre_start[" + index + "]";
    }
  }

  /** Asks a program beside the engine for a service, or to take it away. */
  record CallProvider(ProviderCall call) implements Action {
    @Override
    public String subject() {
      return "service " + call.service();
    }
  }

  /** Makes a model ready by the docker client's plugin for models. */
  record PrepareModel(LanguageModel model) implements Action {
    @Override
    public String subject() {
      return "model " + model.key();
    }
  }

  /** Stops with the container's own grace period where {@code timeout} is empty. */
  record StopContainer(ContainerRef container, ServiceName service, Optional<Duration> timeout)
      implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  /** Sends a signal, by name or number, to the first process of a container. */
  record KillContainer(ContainerRef container, ServiceName service, String signal)
      implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  record PauseContainer(ContainerRef container, ServiceName service) implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  record UnpauseContainer(ContainerRef container, ServiceName service) implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  record RemoveContainer(ContainerRef container, ServiceName service, AnonymousVolumes volumes)
      implements Action {
    @Override
    public String subject() {
      return "container " + container;
    }
  }

  /** Holds back what depends on a service until all of {@code containers} satisfy the rule. */
  record Await(ServiceName service, GateRule rule, List<ContainerRef> containers, Gate gate)
      implements Action {
    public Await {
      containers = List.copyOf(containers);
    }

    @Override
    public String subject() {
      return "service " + service;
    }
  }

  /**
   * Who waits, what the containers are asked meanwhile, and by when. {@code waiting} is sorted; it
   * is empty where only the caller waits ({@code --wait}). Without {@code deadline} the default one
   * holds. An optional gate ({@code required: false}) that fails lets its dependants go on, with a
   * warning.
   */
  record Gate(
      SortedSet<ServiceName> waiting,
      List<Probe> probes,
      Optional<Duration> deadline,
      boolean optional) {
    public Gate {
      probes = List.copyOf(probes);
      waiting = Collections.unmodifiableSortedSet(new TreeSet<>(waiting));
    }
  }

  /**
   * The identity of these images, or what these services and models are provided as, decides what
   * comes next: observe, and plan again.
   */
  record PlanAgain(SortedSet<ImageRef> images, SortedSet<String> provided) implements Action {
    public PlanAgain {
      images = Collections.unmodifiableSortedSet(new TreeSet<>(images));
      provided = Collections.unmodifiableSortedSet(new TreeSet<>(provided));
    }

    public PlanAgain(SortedSet<ImageRef> images) {
      this(images, Collections.emptySortedSet());
    }

    @Override
    public String subject() {
      return "plan";
    }
  }
}
