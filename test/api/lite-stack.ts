import { ownStack } from "./own-stack.ts";

export default ownStack("lite");
