package dev.fermata.cli;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.builder.ProjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Projects, each made in Java and written as a Compose file. */
final class BuiltProjects {
  static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", "s3cret", "HOME", "/home/me");

  static final Map<String, String> FILES = Map.of("/srv/shop/web.env", "A=1\nB=two\n");

  /** A project both ways. */
  record Pair(String about, ProjectBuilder built, String file) {
    @Override
    public String toString() {
      return about;
    }
  }

  private BuiltProjects() {}

  private static Pair pair(String about, ProjectBuilder built, String file) {
    return new Pair(about, built.directory("/srv/shop").environment(ENVIRONMENT), file);
  }

  private static ProjectBuilder shop() {
    return ProjectBuilder.named("shop");
  }

  static Stream<Pair> all() {
    return Stream.of(
        pair(
            "an image",
            shop().service("web", web -> web.image("nginx:1")),
            """
            name: shop
            services: {web: {image: "nginx:1"}}
            """),
        pair(
            "gates",
            shop()
                .service(
                    "web",
                    web ->
                        web.image("nginx:1")
                            .port("8080:80")
                            .dependsOn("db", Condition.HEALTHY)
                            .dependsOn("seed", Condition.COMPLETED))
                .service(
                    "db",
                    db ->
                        db.image("postgres:17")
                            .healthcheck(Duration.ofSeconds(30), "pg_isready")
                            .volume("data:/var/lib/postgresql/data"))
                .service("seed", seed -> seed.image("busybox").command("true").dependsOn("db"))
                .volume("data"),
            """
            name: shop
            services:
              web:
                image: nginx:1
                ports: ["8080:80"]
                depends_on:
                  db: {condition: service_healthy}
                  seed: {condition: service_completed_successfully}
              db:
                image: postgres:17
                healthcheck: {test: [CMD, pg_isready], interval: 30s}
                volumes: ["data:/var/lib/postgresql/data"]
              seed: {image: busybox, command: ["true"], depends_on: [db]}
            volumes: {data: }
            """),
        pair(
            "ports",
            shop()
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .port("80")
                            .port("127.0.0.1:8443:443")
                            .port("9000-9002:9000-9002/udp")),
            """
            name: shop
            services:
              web:
                image: nginx
                ports: ["80", "127.0.0.1:8443:443", "9000-9002:9000-9002/udp"]
            """),
        pair(
            "environment",
            shop()
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .environment("PRICE", "5 $ or ${HOME}")
                            .environmentFile("web.env")
                            .label("team", "shop"))
                .service(
                    "bare",
                    bare ->
                        bare.image("nginx").set("environment", List.of("TOKEN", "ABSENT", "X=1"))),
            """
            name: shop
            services:
              web:
                image: nginx
                environment: {PRICE: "5 $$ or $${HOME}"}
                env_file: web.env
                labels: {team: shop}
              bare: {image: nginx, environment: [TOKEN, ABSENT, X=1]}
            """),
        pair(
            "networks",
            shop()
                .network(
                    "front",
                    front ->
                        front
                            .set("driver", "bridge")
                            .set(
                                "ipam", Map.of("config", List.of(Map.of("subnet", "10.9.0.0/24")))))
                .network("back", back -> back.set("internal", true))
                .network("outside", outside -> outside.set("external", true))
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .network("back")
                            .network(
                                "front",
                                front ->
                                    front
                                        .set("aliases", List.of("www"))
                                        .set("ipv4_address", "10.9.0.7"))
                            .network("outside")),
            """
            name: shop
            networks:
              front: {driver: bridge, ipam: {config: [{subnet: 10.9.0.0/24}]}}
              back: {internal: true}
              outside: {external: true}
            services:
              web:
                image: nginx
                networks:
                  back: {}
                  front: {aliases: [www], ipv4_address: 10.9.0.7}
                  outside: {}
            """),
        pair(
            "volumes",
            shop()
                .volume("data", data -> data.set("labels", Map.of("keep", "yes")))
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .volume("data:/data")
                            .volume("./page:/www:ro")
                            .volume("~/home:/h")
                            .volume("/scratch")
                            .set("tmpfs", "/tmp")),
            """
            name: shop
            volumes: {data: {labels: {keep: "yes"}}}
            services:
              web:
                image: nginx
                volumes: ["data:/data", "./page:/www:ro", "~/home:/h", /scratch]
                tmpfs: /tmp
            """),
        pair(
            "secrets and configs",
            shop()
                .secret("key", key -> key.set("file", "./key.pem"))
                .secret("token", token -> token.set("environment", "TOKEN"))
                .config("page", page -> page.set("content", "<h1>$5</h1>"))
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .secret("key")
                            .secret("token")
                            .config("page", "/www/index.html")),
            """
            name: shop
            secrets: {key: {file: ./key.pem}, token: {environment: TOKEN}}
            configs: {page: {content: "<h1>$$5</h1>"}}
            services:
              web:
                image: nginx
                secrets: [key, token]
                configs: [{source: page, target: /www/index.html}]
            """),
        pair(
            "builds",
            shop()
                .service("web", web -> web.build("./web"))
                .service(
                    "api",
                    api ->
                        api.image("api:1")
                            .build(build ->
                                build
                                    .set("context", "./api")
                                    .set("target", "run")
                                    .set("args", Map.of("VERSION", "2"))
                                    .set("no_cache", true))),
            """
            name: shop
            services:
              web: {build: ./web}
              api:
                image: api:1
                build: {context: ./api, target: run, args: {VERSION: "2"}, no_cache: true}
            """),
        pair(
            "a process and its end",
            shop()
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .entrypoint()
                            .command("sh", "-c", "sleep 1")
                            .restart(RestartPolicy.Condition.UNLESS_STOPPED)
                            .set("stop_grace_period", Duration.ofSeconds(90))
                            .set("user", "1000")
                            .set("init", true)),
            """
            name: shop
            services:
              web:
                image: nginx
                entrypoint: []
                command: [sh, -c, sleep 1]
                restart: unless-stopped
                stop_grace_period: 1m30s
                user: "1000"
                init: true
            """),
        pair(
            "limits",
            shop()
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .set("mem_limit", "64m")
                            .set("cpus", 0.5)
                            .set("ulimits", Map.of("nofile", Map.of("soft", 10, "hard", 20)))
                            .set("shm_size", 67108864)),
            """
            name: shop
            services:
              web:
                image: nginx
                mem_limit: 64m
                cpus: 0.5
                ulimits: {nofile: {soft: 10, hard: 20}}
                shm_size: 67108864
            """),
        pair(
            "counts and profiles",
            shop()
                .service("web", web -> web.image("nginx").scale(3))
                .service("api", api -> api.image("api").set("deploy", Map.of("replicas", 2)))
                .service("debug", debug -> debug.image("busybox").profile("tools")),
            """
            name: shop
            services:
              web: {image: nginx, scale: 3}
              api: {image: api, deploy: {replicas: 2}}
              debug: {image: busybox, profiles: [tools]}
            """),
        pair(
            "partners and extensions",
            shop()
                .set("x-team", Map.of("lead", "me"))
                .service("db", db -> db.image("postgres"))
                .service(
                    "peer",
                    peer ->
                        peer.image("busybox")
                            .set("network_mode", "service:db")
                            .set("volumes_from", List.of("db:ro"))
                            .set("x-note", "hello"))
                .service(
                    "job",
                    job -> job.set("extends", "peer").set("x-fermata", Map.of("rerun", "never"))),
            """
            name: shop
            x-team: {lead: me}
            services:
              db: {image: postgres}
              peer:
                image: busybox
                network_mode: service:db
                volumes_from: ["db:ro"]
                x-note: hello
              job: {extends: peer, x-fermata: {rerun: never}}
            """));
  }
}
