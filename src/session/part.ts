/** Parts of the work on the workbook that most days do without: each is loaded with the first task that needs it. */
export const adoption = () => import(/* webpackChunkName: "view-adopt" */ "../workbook/adoption/adoption");
export const look = () => import(/* webpackChunkName: "view-adopt" */ "../workbook/adoption/look");
export const creation = () => import(/* webpackChunkName: "view-create" */ "../workbook/creation/creation");
export const handover = () => import(/* webpackChunkName: "view-handover" */ "../workbook/handover/handover");
export const jobId = () => import(/* webpackChunkName: "view-job-id" */ "../workbook/job-id");
export const resultFill = () => import(/* webpackChunkName: "view-result-fill" */ "../workbook/result-fill");
export const sample = () => import(/* webpackChunkName: "view-sample" */ "../workbook/sample");
