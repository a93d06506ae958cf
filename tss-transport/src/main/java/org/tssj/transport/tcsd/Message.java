package org.tssj.transport.tcsd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a command or of an answer, in the order the RPC has them and in the TPM's.
 *
 * @param inRpcOrder all of them
 * @param inTpmOrder those that the TPM has, without authorisations
 */
record Message(List<Piece> inRpcOrder, List<Piece> inTpmOrder) {

  Message {
    inRpcOrder = List.copyOf(inRpcOrder);
    inTpmOrder = List.copyOf(inTpmOrder);
  }

  /** Both in the same order. */
  static Message of(Piece... pieces) {
    List<Piece> all = Arrays.asList(pieces);
    return new Message(all, all.stream().filter(Message::isOfTpm).toList());
  }

  private static boolean isOfTpm(Piece piece) {
    return !(piece instanceof Piece.Auth
        || piece instanceof Piece.Constant
        || piece instanceof Piece.Extra);
  }

  /** The same, where the TPM has them in another order. */
  Message tpmHas(String... names) {
    List<Piece> ordered = new ArrayList<>();
    for (String name : names) {
      ordered.add(
          inTpmOrder.stream().filter(piece -> piece.name().equals(name)).findFirst().orElseThrow());
    }
    if (ordered.size() != inTpmOrder.size()) {
      throw new IllegalArgumentException("not all of " + inTpmOrder);
    }
    return new Message(inRpcOrder, ordered);
  }

  List<Piece.Auth> authorizations() {
    return inRpcOrder.stream()
        .filter(Piece.Auth.class::isInstance)
        .map(Piece.Auth.class::cast)
        .toList();
  }

  /** Parameters in the RPC, if none is left out. */
  int mostParameters() {
    int count = 0;
    for (Piece piece : inRpcOrder) {
      if (piece instanceof Piece.Counted || piece instanceof Piece.Structure) {
        count += 2;
      } else if (!(piece instanceof Piece.Unsaid)) {
        count++;
      }
    }
    return count;
  }

  int handles() {
    int handles = 0;
    for (Piece piece : inTpmOrder) {
      if (piece instanceof Piece.Fixed fixed && fixed.isHandle()) {
        handles++;
      }
    }
    return handles;
  }
}
