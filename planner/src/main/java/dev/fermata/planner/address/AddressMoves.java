package dev.fermata.planner.address;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.planner.address.AddressClaims.Claim;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Draft.Reversal;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.ResolvedService;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A container that runs and stays, and has by chance an address that another one is to have, leaves
 * the network until that one has it, and gets another one then.
 */
public record AddressMoves(UpInput input, AddressClaims claims, GateSteps gates, StepList steps) {

  /** Whether the container of a decision can be given another address. */
  public static boolean arePossible(
      AddressClaims claims, ServiceDecision decision, Decision of, String network) {
    return of instanceof Decision.Keep(ObservedContainer container)
        && container.state().equals(ContainerState.RUNNING)
        && claims.isByChance(decision.service(), network);
  }

  /** All are off the networks {@code anew}, which are made once more. */
  public void addAll(Collection<ServiceDecision> decisions, Set<String> anew) {
    if (claims.all().isEmpty()) {
      return;
    }
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Keep(ObservedContainer container)) {
          add(decision, container, anew);
        }
      }
    }
  }

  private void add(ServiceDecision decision, ObservedContainer container, Set<String> anew) {
    List<Claim> held = claims.heldBy(container);
    for (NetworkAttachment at : decision.service().networking().attachments()) {
      String network = input.networkName(at.network());
      List<Claim> here = held.stream().filter(it -> it.network().equals(network)).toList();
      if (!here.isEmpty() && !anew.contains(network)) {
        move(decision, container, at, here);
      }
    }
  }

  private void move(
      ServiceDecision decision,
      ObservedContainer container,
      NetworkAttachment at,
      List<Claim> here) {
    Claim first = here.getFirst();
    ContainerRef ref = decision.ref(container);
    var reason = new Reason.GivesAddress(first.address(), first.by().service().name());
    Fact left = Fact.addressLeft(container, first.network());
    Draft leave =
        Draft.of(new Action.DisconnectNetwork(ref, first.network()), reason).providing(left);
    var back =
        new Action.ConnectNetwork(
            ref, decision.service().name(), ResolvedService.resolved(input.project(), at));
    Draft join =
        Draft.of(back, reason).requiring(left).otherwise(List.of(new Reversal(left, back)));
    for (Claim claim : here) {
      for (ContainerRef wanting : claim.by().containers()) {
        leave = leave.requiring(Fact.named(wanting.name()));
        join = join.requiring(Fact.runs(wanting));
      }
      leave = leave.requiring(gates.before(claim.by().service().name()));
    }
    steps.add(leave);
    steps.add(join.providing(Fact.connected(container)));
  }
}
