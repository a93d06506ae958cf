package org.tssj.simulator.transport;

import java.util.Set;
import org.tssj.core.Family;

/** The contract over a device of the Linux kernel: run inside a virtual machine, by that name. */
abstract class DeviceContract extends TransportContract {

  private final String path;
  private final Set<Class<?>> abilities;

  DeviceContract(Family family, String path, Set<Class<?>> abilities) {
    super(family);
    this.path = path;
    this.abilities = abilities;
  }

  @Override
  String connectionString() {
    return "device:" + path;
  }

  @Override
  String refusalOfSecond() {
    return path + " is in use (EBUSY) by this very process";
  }

  @Override
  Set<Class<?>> abilities() {
    return abilities;
  }
}
