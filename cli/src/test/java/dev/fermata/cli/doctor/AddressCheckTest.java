package dev.fermata.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.doctor.Finding.Verdict;
import dev.fermata.runner.engine.listing.EngineDetail.AddressPool;
import dev.fermata.runner.engine.listing.NetworkListing;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressCheckTest {

  private static NetworkListing network(String name, String... subnets) {
    return new NetworkListing(name, "bridge", List.of(subnets), new TreeMap<>());
  }

  private static Finding finding(List<AddressPool> pools, List<NetworkListing> networks) {
    return new AddressCheck(pools, networks, Set.of("full")).findings().getFirst();
  }

  /** Engines take 172.17 to 172.31 by sixteen bits, then 192.168 by twenty. */
  @Test
  void an_engine_that_was_told_no_pools_has_31_networks() {
    assertThat(finding(List.of(), List.of()))
        .isEqualTo(
            Finding.fine(
                Finding.Area.NETWORKS,
                "0 networks, of which 0 have no container; the address pools have room for 31"
                    + " more"));
  }

  @Test
  void a_network_takes_each_part_of_a_pool_that_it_overlaps() {
    var networks =
        List.of(
            network("bridge", "172.17.0.0/16", "fd00::/64"),
            network("wide", "172.20.0.0/15"),
            network("narrow", "192.168.16.128/25"),
            network("elsewhere", "10.0.0.0/8"));

    assertThat(finding(List.of(), networks).sentence()).endsWith("have room for 27 more");
  }

  @Test
  void pools_that_are_exhausted_are_told_with_the_networks_that_nobody_uses() {
    var pool = List.of(new AddressPool("10.1.0.0/28", 30));
    var networks =
        List.of(
            network("bridge", "10.1.0.0/30"),
            network("full", "10.1.0.4/30"),
            network("idle", "10.1.0.8/30"),
            network("old", "10.1.0.12/30"));

    Finding finding = finding(pool, networks);

    assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(finding.sentence())
        .isEqualTo(
            "4 networks, of which 2 have no container; the address pools have room for no more");
    assertThat(finding.fixes()).first().isEqualTo("docker network rm idle old");
    assertThat(finding.fixes()).last().asString().contains("default-address-pools");
  }

  @Test
  void version_6_is_told_of_the_engines_own_network() {
    var without =
        new AddressCheck(List.of(), List.of(network("bridge", "172.17.0.0/16")), Set.of());
    var with = new AddressCheck(List.of(), List.of(network("bridge", "fd00::/64")), Set.of());

    assertThat(without.findings().getLast().sentence()).endsWith("has no addresses of IPv6");
    assertThat(with.findings().getLast().sentence()).endsWith("has addresses of IPv6");
  }

  @Test
  void many_idle_networks_are_removed_by_one_word() {
    var pool = List.of(new AddressPool("10.1.0.0/26", 30));
    List<NetworkListing> networks =
        IntStream.range(0, 16).mapToObj(i -> network("n" + i, "10.1.0." + 4 * i + "/30")).toList();

    assertThat(finding(pool, networks).fixes()).contains("docker network prune");
  }

  @Test
  void what_is_no_subnet_of_version_4_is_passed_over() {
    var networks =
        List.of(network("odd", "fd00::/64", "", "1.2.3.4", "x/16"), network("a", "172.18.3.4/16"));

    assertThat(finding(List.of(), networks).sentence()).endsWith("have room for 30 more");
  }
}
