export { chineseHolidayCalendar } from './holiday-calendar.js';
export { type ProvinceCatalogue, ProvinceService } from './province.service.js';
export { listConfigurations, registerConfigurations } from './province.repository.js';
