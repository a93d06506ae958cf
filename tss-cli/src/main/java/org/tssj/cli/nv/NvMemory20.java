package org.tssj.cli.nv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.resource.NvIndex;
import org.tssj.tpm20.resource.NvUser;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.nv.NvType;

/** The NV indices of a TPM 2.0. */
final class NvMemory20 implements NvMemory {

  private static final Map<String, NvAttributes> PERMISSIONS = permissionsByName();
  private static final Map<String, NvType> TYPES =
      Map.of(
          "ordinary", NvType.ORDINARY,
          "counter", NvType.COUNTER,
          "bits", NvType.BITS,
          "extend", NvType.EXTEND);

  private static final int LONG = 8;

  private final Tpm20 tpm;

  NvMemory20(Tpm20 tpm) {
    this.tpm = tpm;
  }

  private static Map<String, NvAttributes> permissionsByName() {
    Map<String, NvAttributes> all = new LinkedHashMap<>();
    all.put("ownerread", NvAttributes.OWNERREAD);
    all.put("ownerwrite", NvAttributes.OWNERWRITE);
    all.put("authread", NvAttributes.AUTHREAD);
    all.put("authwrite", NvAttributes.AUTHWRITE);
    all.put("policyread", NvAttributes.POLICYREAD);
    all.put("policywrite", NvAttributes.POLICYWRITE);
    all.put("ppread", NvAttributes.PPREAD);
    all.put("ppwrite", NvAttributes.PPWRITE);
    all.put("read_stclear", NvAttributes.READ_STCLEAR);
    all.put("write_stclear", NvAttributes.WRITE_STCLEAR);
    all.put("writedefine", NvAttributes.WRITEDEFINE);
    all.put("writeall", NvAttributes.WRITEALL);
    all.put("globallock", NvAttributes.GLOBALLOCK);
    all.put("orderly", NvAttributes.ORDERLY);
    all.put("no_da", NvAttributes.NO_DA);
    return all;
  }

  @Override
  public Set<String> permissions() {
    return PERMISSIONS.keySet();
  }

  @Override
  public Set<String> types() {
    return TYPES.keySet();
  }

  @Override
  public List<NvArea> areas() throws IOException {
    List<NvArea> areas = new ArrayList<>();
    for (Handle index : NvIndex.list(tpm)) {
      areas.add(area(NvIndex.open(tpm, index).publicArea()));
    }
    return areas;
  }

  @Override
  public NvArea area(long index) throws IOException {
    return area(open(index).publicArea());
  }

  private NvIndex open(long index) throws IOException {
    return NvIndex.open(tpm, Handle.of((int) index));
  }

  private static NvArea area(NvPublic area) {
    NvAttributes attributes = area.attributes();
    String type =
        TYPES.entrySet().stream()
            .filter(each -> each.getValue().equals(attributes.type()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> attributes.type().toString());
    return new NvArea(
        Integer.toUnsignedLong(area.nvIndex().value()),
        area.dataSize(),
        type,
        PERMISSIONS.keySet().stream().filter(name -> attributes.has(attribute(name))).toList(),
        attributes.has(NvAttributes.WRITTEN));
  }

  private static NvAttributes attribute(String name) {
    return PERMISSIONS.getOrDefault(name, NvAttributes.NONE);
  }

  @Override
  public void define(NvArea area, AuthValue areaAuth, AuthValue owner) throws IOException {
    NvAttributes attributes = NvAttributes.NONE;
    for (String name : area.permissions()) {
      attributes = attributes.with(attribute(name));
    }
    NvType type = TYPES.getOrDefault(area.type(), NvType.ORDINARY);
    NvPublic template =
        new NvPublic(
            Handle.of((int) area.index()),
            AlgorithmId.SHA256,
            attributes.with(type),
            Bytes.EMPTY,
            (int) area.size());
    try (Session session = tpm.startSession().start()) {
      NvIndex.define(tpm, Handle.OWNER, template, areaAuth, session.authorize(owner));
    }
  }

  /** What is done with an index, in somebody's name. */
  private interface Deed<T> {
    T with(NvIndex index, NvUser user) throws IOException;
  }

  private <T> T as(NvUserName who, AuthValue secret, NvArea area, Deed<T> deed) throws IOException {
    NvIndex index = open(area.index());
    try (Session session = tpm.startSession().start()) {
      NvUser user =
          who == NvUserName.OWNER
              ? NvUser.owner(session.authorize(secret))
              : NvUser.holder(session.authorize(secret));
      return deed.with(index, user);
    }
  }

  @Override
  public Bytes read(NvArea area, int offset, int length, NvUserName as, AuthValue secret)
      throws IOException {
    return as(as, secret, area, (index, user) -> index.read(offset, length, user));
  }

  @Override
  public void write(NvArea area, int offset, Bytes data, NvUserName as, AuthValue secret)
      throws IOException {
    as(
        as,
        secret,
        area,
        (index, user) -> {
          switch (area.type()) {
            case "bits" -> index.setBits(number(data), user);
            case "extend" -> index.extend(data, user);
            default -> index.write(offset, data, user);
          }
          return area;
        });
  }

  private static long number(Bytes data) {
    if (data.length() != LONG) {
      throw new IllegalArgumentException(
          "bits are " + LONG + " octets, the highest first, not " + data.length());
    }
    return Codecs.U64.decode(data);
  }

  @Override
  public void increment(NvArea area, NvUserName as, AuthValue secret) throws IOException {
    as(
        as,
        secret,
        area,
        (index, user) -> {
          index.increment(user);
          return area;
        });
  }

  @Override
  public void lock(NvArea area, boolean reading, NvUserName as, AuthValue secret)
      throws IOException {
    as(
        as,
        secret,
        area,
        (index, user) -> {
          if (reading) {
            index.lockReading(user);
          } else {
            index.lockWriting(user);
          }
          return area;
        });
  }

  @Override
  public void release(long index, AuthValue owner) throws IOException {
    NvIndex there = open(index);
    try (Session session = tpm.startSession().start()) {
      there.undefine(Handle.OWNER, session.authorize(owner));
    }
  }
}
